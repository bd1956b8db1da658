import { printing, type ProgramDeviation } from '../deviation.ts';

export default {
  clause: 'CLI-17',
  mistake: 'Keeps to itself which endpoint the store wants to be asked at.',
  caughtAs: 'Endpoint=oss-cn-shanghai.aliyuncs.com',
  deviate: printing((stdout) => stdout.replaceAll(/, Endpoint=[^,\n]+/gu, '')),
} satisfies ProgramDeviation;
