declare module '@module/hothouse.mjs' {
  import type { CreateHothouse } from '@web/hothouse';
  const createHothouse: CreateHothouse;
  export default createHothouse;
}
declare module '@module/hothouse.wasm?url' {
  const url: string;
  export default url;
}
