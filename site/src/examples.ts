// Programs to begin with: a few small ones made for looking at, and the project's examples.

import life from '@examples/life.py?raw';
import mandelbrot from '@examples/mandelbrot.py?raw';
import queens from '@examples/queens.py?raw';
import rational from '@examples/rational.py?raw';
import words from '@examples/words.py?raw';
import arrays from './examples/arrays.py?raw';
import collatz from './examples/collatz.py?raw';
import points from './examples/points.py?raw';

export interface Example {
  id: string;
  title: string;
  text: string;
}

export const examples: Example[] = [
  { id: 'collatz', title: 'Collatz: integers and a branch', text: collatz },
  { id: 'points', title: 'Points: objects that vanish', text: points },
  { id: 'mandelbrot', title: 'Mandelbrot: floating point', text: mandelbrot },
  { id: 'queens', title: 'Queens: lists and recursion', text: queens },
  { id: 'life', title: 'Life: nested loops', text: life },
  { id: 'rational', title: 'Fractions: operators of classes', text: rational },
  { id: 'arrays', title: 'Arrays: fused expressions', text: arrays },
  { id: 'words', title: 'Words: strings and dicts', text: words },
];
