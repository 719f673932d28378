import type { ThemeConfig } from 'antd';

/** The colours and measures of the house; look.css holds the same values for pages without the component library (a test compares). */
export const look = {
  ink: '#1B2733',
  inkSoft: '#51606F',
  paper: '#F6F7F9',
  line: '#D9DEE5',
  measure: '#1257A6',
  brass: '#A8741A',
  green: '#2E7D4F',
  amber: '#B7791F',
  red: '#B3261E',
} as const;

export const fontFamily =
  "'PingFang SC', 'Microsoft YaHei', 'HarmonyOS Sans SC', 'Noto Sans SC', 'Noto Sans CJK SC', 'Noto Sans S Chinese', system-ui, sans-serif";

export const theme: ThemeConfig = {
  token: {
    colorPrimary: look.measure,
    colorInfo: look.measure,
    colorLink: look.measure,
    colorSuccess: look.green,
    colorWarning: look.amber,
    colorError: look.red,
    colorText: look.ink,
    colorTextSecondary: look.inkSoft,
    colorTextTertiary: look.inkSoft,
    colorTextPlaceholder: '#6A7785',
    colorTextDisabled: '#6A7785',
    colorBorder: '#A9B3BF',
    colorBorderSecondary: look.line,
    colorBgLayout: look.paper,
    fontFamily,
    fontSize: 14,
    borderRadius: 4,
    controlHeight: 32,
    motion: false,
  },
  components: {
    Button: { primaryShadow: 'none', defaultShadow: 'none', fontWeight: 500 },
    Modal: { titleFontSize: 16 },
  },
};
