import { USERS } from './backends.js';

export interface DemoHeaderProps {
  user: string;
  onUserChange: (user: string) => void;
  theme: 'light' | 'dark';
  onThemeChange: (theme: 'light' | 'dark') => void;
}

export function DemoHeader({ user, onUserChange, theme, onThemeChange }: DemoHeaderProps) {
  return (
    <header className="demo-header">
      <strong className="demo-brand">Fernway</strong>
      <button type="button" onClick={() => onThemeChange(theme === 'light' ? 'dark' : 'light')}>
        {theme === 'light' ? 'Dark theme' : 'Light theme'}
      </button>
      <label>
        Signed in as{' '}
        <select value={user} onChange={(event) => onUserChange(event.currentTarget.value)}>
          {USERS.map(({ id, name, company }) => (
            <option key={id} value={id}>
              {name}, {company}
            </option>
          ))}
        </select>
      </label>
    </header>
  );
}
