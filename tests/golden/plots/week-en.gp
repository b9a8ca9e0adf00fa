set terminal pngcairo size 920,686 noenhanced rounded font 'Noto Sans,12' fontscale 1.5 linewidth 2 pointscale 2 background '#12181f'
set output 'week.png'
set encoding utf8
reset
unset key
set border 0
set tics scale 0
unset xtics
unset ytics
set style fill solid 1 noborder
set datafile separator '\t'
set object 1 rectangle from screen 0.03913, screen 0.79155 to screen 0.06739, screen 0.82362 front fillstyle empty border linecolor rgb '#ff9a4d' linewidth 1.6
set label 1 'Office hours' at screen 0.08261, screen 0.80758 left font 'Noto Sans,11.0' textcolor rgb '#9fadba' noenhanced front
set object 2 rectangle from screen 0.26696, screen 0.79155 to screen 0.29522, screen 0.82362 front fillcolor rgb '#8794a1' fillstyle transparent pattern 5 noborder
set object 3 rectangle from screen 0.26696, screen 0.79155 to screen 0.29522, screen 0.82362 front fillstyle empty border linecolor rgb '#6c7985' linewidth 0.7
set label 2 'Log missing' at screen 0.31043, screen 0.80758 left font 'Noto Sans,11.0' textcolor rgb '#9fadba' noenhanced front
set label 3 'Hours and weekdays' at screen 0.03913, screen 0.93440 left font 'Noto Sans:Bold,16.0' textcolor rgb '#e8edf2' noenhanced front
set label 4 '4,118 visits, 10,835 page views; 137 visits a day on average' at screen 0.03913, screen 0.87901 left font 'Noto Sans,12.0' textcolor rgb '#9fadba' noenhanced front
set label 5 'Source: web server logs; sample figures' at screen 0.03913, screen 0.04082 left font 'Noto Sans,9.5' textcolor rgb '#9fadba' noenhanced front
set lmargin at screen 0.09674
set rmargin at screen 0.88674
set tmargin at screen 0.69971
set bmargin at screen 0.14869
set xrange [-0.500:23.500]
set yrange [6.500:-0.500]
set label 6 '1.9' at screen 0.11320, screen 0.66035 center font 'Noto Sans,7.6' textcolor rgb '#f2f6fa' noenhanced front
set label 7 '0.8' at screen 0.14611, screen 0.66035 center font 'Noto Sans,7.6' textcolor rgb '#f2f6fa' noenhanced front
set label 8 '0.5' at screen 0.17903, screen 0.66035 center font 'Noto Sans,7.6' textcolor rgb '#f2f6fa' noenhanced front
set label 9 '0.5' at screen 0.21195, screen 0.66035 center font 'Noto Sans,7.6' textcolor rgb '#f2f6fa' noenhanced front
set label 10 '0.4' at screen 0.24486, screen 0.66035 center font 'Noto Sans,7.6' textcolor rgb '#f2f6fa' noenhanced front
set label 11 '0.7' at screen 0.27778, screen 0.66035 center font 'Noto Sans,7.6' textcolor rgb '#f2f6fa' noenhanced front
set label 12 '2.8' at screen 0.31070, screen 0.66035 center font 'Noto Sans,7.6' textcolor rgb '#f2f6fa' noenhanced front
set label 13 '8.1' at screen 0.34361, screen 0.66035 center font 'Noto Sans,7.6' textcolor rgb '#06121c' noenhanced front
set label 14 '17' at screen 0.37653, screen 0.66035 center font 'Noto Sans,7.6' textcolor rgb '#06121c' noenhanced front
set label 15 '17' at screen 0.40945, screen 0.66035 center font 'Noto Sans,7.6' textcolor rgb '#06121c' noenhanced front
set label 16 '15' at screen 0.44236, screen 0.66035 center font 'Noto Sans,7.6' textcolor rgb '#06121c' noenhanced front
set label 17 '11' at screen 0.47528, screen 0.66035 center font 'Noto Sans,7.6' textcolor rgb '#06121c' noenhanced front
set label 18 '4.6' at screen 0.50820, screen 0.66035 center font 'Noto Sans,7.6' textcolor rgb '#f2f6fa' noenhanced front
set label 19 '11' at screen 0.54111, screen 0.66035 center font 'Noto Sans,7.6' textcolor rgb '#06121c' noenhanced front
set label 20 '16' at screen 0.57403, screen 0.66035 center font 'Noto Sans,7.6' textcolor rgb '#06121c' noenhanced front
set label 21 '18' at screen 0.60695, screen 0.66035 center font 'Noto Sans,7.6' textcolor rgb '#06121c' noenhanced front
set label 22 '16' at screen 0.63986, screen 0.66035 center font 'Noto Sans,7.6' textcolor rgb '#06121c' noenhanced front
set label 23 '8.6' at screen 0.67278, screen 0.66035 center font 'Noto Sans,7.6' textcolor rgb '#06121c' noenhanced front
set label 24 '4.6' at screen 0.70570, screen 0.66035 center font 'Noto Sans,7.6' textcolor rgb '#f2f6fa' noenhanced front
set label 25 '4.7' at screen 0.73861, screen 0.66035 center font 'Noto Sans,7.6' textcolor rgb '#f2f6fa' noenhanced front
set label 26 '6.5' at screen 0.77153, screen 0.66035 center font 'Noto Sans,7.6' textcolor rgb '#f2f6fa' noenhanced front
set label 27 '5.1' at screen 0.80445, screen 0.66035 center font 'Noto Sans,7.6' textcolor rgb '#f2f6fa' noenhanced front
set label 28 '3.8' at screen 0.83736, screen 0.66035 center font 'Noto Sans,7.6' textcolor rgb '#f2f6fa' noenhanced front
set label 29 '4.0' at screen 0.87028, screen 0.66035 center font 'Noto Sans,7.6' textcolor rgb '#f2f6fa' noenhanced front
set label 30 '2.4' at screen 0.11320, screen 0.58163 center font 'Noto Sans,7.6' textcolor rgb '#f2f6fa' noenhanced front
set label 31 '1.1' at screen 0.14611, screen 0.58163 center font 'Noto Sans,7.6' textcolor rgb '#f2f6fa' noenhanced front
set label 32 '0.7' at screen 0.17903, screen 0.58163 center font 'Noto Sans,7.6' textcolor rgb '#f2f6fa' noenhanced front
set label 33 '0.4' at screen 0.21195, screen 0.58163 center font 'Noto Sans,7.6' textcolor rgb '#f2f6fa' noenhanced front
set label 34 '0.5' at screen 0.24486, screen 0.58163 center font 'Noto Sans,7.6' textcolor rgb '#f2f6fa' noenhanced front
set label 35 '0.9' at screen 0.27778, screen 0.58163 center font 'Noto Sans,7.6' textcolor rgb '#f2f6fa' noenhanced front
set label 36 '3.0' at screen 0.31070, screen 0.58163 center font 'Noto Sans,7.6' textcolor rgb '#f2f6fa' noenhanced front
set label 37 '8.2' at screen 0.34361, screen 0.58163 center font 'Noto Sans,7.6' textcolor rgb '#06121c' noenhanced front
set label 38 '17' at screen 0.37653, screen 0.58163 center font 'Noto Sans,7.6' textcolor rgb '#06121c' noenhanced front
set label 39 '22' at screen 0.40945, screen 0.58163 center font 'Noto Sans,7.6' textcolor rgb '#06121c' noenhanced front
set label 40 '18' at screen 0.44236, screen 0.58163 center font 'Noto Sans,7.6' textcolor rgb '#06121c' noenhanced front
set label 41 '8.6' at screen 0.47528, screen 0.58163 center font 'Noto Sans,7.6' textcolor rgb '#06121c' noenhanced front
set label 42 '4.5' at screen 0.50820, screen 0.58163 center font 'Noto Sans,7.6' textcolor rgb '#f2f6fa' noenhanced front
set label 43 '8.6' at screen 0.54111, screen 0.58163 center font 'Noto Sans,7.6' textcolor rgb '#06121c' noenhanced front
set label 44 '16' at screen 0.57403, screen 0.58163 center font 'Noto Sans,7.6' textcolor rgb '#06121c' noenhanced front
set label 45 '17' at screen 0.60695, screen 0.58163 center font 'Noto Sans,7.6' textcolor rgb '#06121c' noenhanced front
set label 46 '15' at screen 0.63986, screen 0.58163 center font 'Noto Sans,7.6' textcolor rgb '#06121c' noenhanced front
set label 47 '8.9' at screen 0.67278, screen 0.58163 center font 'Noto Sans,7.6' textcolor rgb '#06121c' noenhanced front
set label 48 '6.4' at screen 0.70570, screen 0.58163 center font 'Noto Sans,7.6' textcolor rgb '#f2f6fa' noenhanced front
set label 49 '4.0' at screen 0.73861, screen 0.58163 center font 'Noto Sans,7.6' textcolor rgb '#f2f6fa' noenhanced front
set label 50 '5.9' at screen 0.77153, screen 0.58163 center font 'Noto Sans,7.6' textcolor rgb '#f2f6fa' noenhanced front
set label 51 '5.5' at screen 0.80445, screen 0.58163 center font 'Noto Sans,7.6' textcolor rgb '#f2f6fa' noenhanced front
set label 52 '4.5' at screen 0.83736, screen 0.58163 center font 'Noto Sans,7.6' textcolor rgb '#f2f6fa' noenhanced front
set label 53 '4.0' at screen 0.87028, screen 0.58163 center font 'Noto Sans,7.6' textcolor rgb '#f2f6fa' noenhanced front
set label 54 '2.3' at screen 0.11320, screen 0.50292 center font 'Noto Sans,7.6' textcolor rgb '#f2f6fa' noenhanced front
set label 55 '1.1' at screen 0.14611, screen 0.50292 center font 'Noto Sans,7.6' textcolor rgb '#f2f6fa' noenhanced front
set label 56 '0.7' at screen 0.17903, screen 0.50292 center font 'Noto Sans,7.6' textcolor rgb '#f2f6fa' noenhanced front
set label 57 '0.4' at screen 0.21195, screen 0.50292 center font 'Noto Sans,7.6' textcolor rgb '#f2f6fa' noenhanced front
set label 58 '0.3' at screen 0.24486, screen 0.50292 center font 'Noto Sans,7.6' textcolor rgb '#f2f6fa' noenhanced front
set label 59 '0.9' at screen 0.27778, screen 0.50292 center font 'Noto Sans,7.6' textcolor rgb '#f2f6fa' noenhanced front
set label 60 '2.7' at screen 0.31070, screen 0.50292 center font 'Noto Sans,7.6' textcolor rgb '#f2f6fa' noenhanced front
set label 61 '6.0' at screen 0.34361, screen 0.50292 center font 'Noto Sans,7.6' textcolor rgb '#f2f6fa' noenhanced front
set label 62 '17' at screen 0.37653, screen 0.50292 center font 'Noto Sans,7.6' textcolor rgb '#06121c' noenhanced front
set label 63 '16' at screen 0.40945, screen 0.50292 center font 'Noto Sans,7.6' textcolor rgb '#06121c' noenhanced front
set label 64 '13' at screen 0.44236, screen 0.50292 center font 'Noto Sans,7.6' textcolor rgb '#06121c' noenhanced front
set label 65 '9.5' at screen 0.47528, screen 0.50292 center font 'Noto Sans,7.6' textcolor rgb '#06121c' noenhanced front
set label 66 '3.9' at screen 0.50820, screen 0.50292 center font 'Noto Sans,7.6' textcolor rgb '#f2f6fa' noenhanced front
set label 67 '7.4' at screen 0.54111, screen 0.50292 center font 'Noto Sans,7.6' textcolor rgb '#06121c' noenhanced front
set label 68 '15' at screen 0.57403, screen 0.50292 center font 'Noto Sans,7.6' textcolor rgb '#06121c' noenhanced front
set label 69 '15' at screen 0.60695, screen 0.50292 center font 'Noto Sans,7.6' textcolor rgb '#06121c' noenhanced front
set label 70 '15' at screen 0.63986, screen 0.50292 center font 'Noto Sans,7.6' textcolor rgb '#06121c' noenhanced front
set label 71 '8.6' at screen 0.67278, screen 0.50292 center font 'Noto Sans,7.6' textcolor rgb '#06121c' noenhanced front
set label 72 '4.6' at screen 0.70570, screen 0.50292 center font 'Noto Sans,7.6' textcolor rgb '#f2f6fa' noenhanced front
set label 73 '4.5' at screen 0.73861, screen 0.50292 center font 'Noto Sans,7.6' textcolor rgb '#f2f6fa' noenhanced front
set label 74 '6.5' at screen 0.77153, screen 0.50292 center font 'Noto Sans,7.6' textcolor rgb '#f2f6fa' noenhanced front
set label 75 '6.3' at screen 0.80445, screen 0.50292 center font 'Noto Sans,7.6' textcolor rgb '#f2f6fa' noenhanced front
set label 76 '5.4' at screen 0.83736, screen 0.50292 center font 'Noto Sans,7.6' textcolor rgb '#f2f6fa' noenhanced front
set label 77 '4.0' at screen 0.87028, screen 0.50292 center font 'Noto Sans,7.6' textcolor rgb '#f2f6fa' noenhanced front
set label 78 '1.8' at screen 0.11320, screen 0.42420 center font 'Noto Sans,7.6' textcolor rgb '#f2f6fa' noenhanced front
set label 79 '0.8' at screen 0.14611, screen 0.42420 center font 'Noto Sans,7.6' textcolor rgb '#f2f6fa' noenhanced front
set label 80 '0.6' at screen 0.17903, screen 0.42420 center font 'Noto Sans,7.6' textcolor rgb '#f2f6fa' noenhanced front
set label 81 '0.3' at screen 0.21195, screen 0.42420 center font 'Noto Sans,7.6' textcolor rgb '#f2f6fa' noenhanced front
set label 82 '0.4' at screen 0.24486, screen 0.42420 center font 'Noto Sans,7.6' textcolor rgb '#f2f6fa' noenhanced front
set label 83 '0.9' at screen 0.27778, screen 0.42420 center font 'Noto Sans,7.6' textcolor rgb '#f2f6fa' noenhanced front
set label 84 '2.2' at screen 0.31070, screen 0.42420 center font 'Noto Sans,7.6' textcolor rgb '#f2f6fa' noenhanced front
set label 85 '6.3' at screen 0.34361, screen 0.42420 center font 'Noto Sans,7.6' textcolor rgb '#f2f6fa' noenhanced front
set label 86 '13' at screen 0.37653, screen 0.42420 center font 'Noto Sans,7.6' textcolor rgb '#06121c' noenhanced front
set label 87 '20' at screen 0.40945, screen 0.42420 center font 'Noto Sans,7.6' textcolor rgb '#06121c' noenhanced front
set label 88 '16' at screen 0.44236, screen 0.42420 center font 'Noto Sans,7.6' textcolor rgb '#06121c' noenhanced front
set label 89 '10' at screen 0.47528, screen 0.42420 center font 'Noto Sans,7.6' textcolor rgb '#06121c' noenhanced front
set label 90 '3.9' at screen 0.50820, screen 0.42420 center font 'Noto Sans,7.6' textcolor rgb '#f2f6fa' noenhanced front
set label 91 '7.8' at screen 0.54111, screen 0.42420 center font 'Noto Sans,7.6' textcolor rgb '#06121c' noenhanced front
set label 92 '18' at screen 0.57403, screen 0.42420 center font 'Noto Sans,7.6' textcolor rgb '#06121c' noenhanced front
set label 93 '17' at screen 0.60695, screen 0.42420 center font 'Noto Sans,7.6' textcolor rgb '#06121c' noenhanced front
set label 94 '14' at screen 0.63986, screen 0.42420 center font 'Noto Sans,7.6' textcolor rgb '#06121c' noenhanced front
set label 95 '11' at screen 0.67278, screen 0.42420 center font 'Noto Sans,7.6' textcolor rgb '#06121c' noenhanced front
set label 96 '5.7' at screen 0.70570, screen 0.42420 center font 'Noto Sans,7.6' textcolor rgb '#f2f6fa' noenhanced front
set label 97 '4.3' at screen 0.73861, screen 0.42420 center font 'Noto Sans,7.6' textcolor rgb '#f2f6fa' noenhanced front
set label 98 '6.8' at screen 0.77153, screen 0.42420 center font 'Noto Sans,7.6' textcolor rgb '#f2f6fa' noenhanced front
set label 99 '5.3' at screen 0.80445, screen 0.42420 center font 'Noto Sans,7.6' textcolor rgb '#f2f6fa' noenhanced front
set label 100 '3.8' at screen 0.83736, screen 0.42420 center font 'Noto Sans,7.6' textcolor rgb '#f2f6fa' noenhanced front
set label 101 '3.5' at screen 0.87028, screen 0.42420 center font 'Noto Sans,7.6' textcolor rgb '#f2f6fa' noenhanced front
set label 102 '2.3' at screen 0.11320, screen 0.34548 center font 'Noto Sans,7.6' textcolor rgb '#f2f6fa' noenhanced front
set label 103 '1.1' at screen 0.14611, screen 0.34548 center font 'Noto Sans,7.6' textcolor rgb '#f2f6fa' noenhanced front
set label 104 '0.7' at screen 0.17903, screen 0.34548 center font 'Noto Sans,7.6' textcolor rgb '#f2f6fa' noenhanced front
set label 105 '·' at screen 0.21195, screen 0.34548 center font 'Noto Sans,7.6' textcolor rgb '#f2f6fa' noenhanced front
set label 106 '·' at screen 0.24486, screen 0.34548 center font 'Noto Sans,7.6' textcolor rgb '#f2f6fa' noenhanced front
set label 107 '1.0' at screen 0.27778, screen 0.34548 center font 'Noto Sans,7.6' textcolor rgb '#f2f6fa' noenhanced front
set label 108 '2.4' at screen 0.31070, screen 0.34548 center font 'Noto Sans,7.6' textcolor rgb '#f2f6fa' noenhanced front
set label 109 '6.6' at screen 0.34361, screen 0.34548 center font 'Noto Sans,7.6' textcolor rgb '#f2f6fa' noenhanced front
set label 110 '18' at screen 0.37653, screen 0.34548 center font 'Noto Sans,7.6' textcolor rgb '#06121c' noenhanced front
set label 111 '22' at screen 0.40945, screen 0.34548 center font 'Noto Sans,7.6' textcolor rgb '#06121c' noenhanced front
set label 112 '15' at screen 0.44236, screen 0.34548 center font 'Noto Sans,7.6' textcolor rgb '#06121c' noenhanced front
set label 113 '11' at screen 0.47528, screen 0.34548 center font 'Noto Sans,7.6' textcolor rgb '#06121c' noenhanced front
set label 114 '4.8' at screen 0.50820, screen 0.34548 center font 'Noto Sans,7.6' textcolor rgb '#f2f6fa' noenhanced front
set label 115 '7.5' at screen 0.54111, screen 0.34548 center font 'Noto Sans,7.6' textcolor rgb '#06121c' noenhanced front
set label 116 '15' at screen 0.57403, screen 0.34548 center font 'Noto Sans,7.6' textcolor rgb '#06121c' noenhanced front
set label 117 '15' at screen 0.60695, screen 0.34548 center font 'Noto Sans,7.6' textcolor rgb '#06121c' noenhanced front
set label 118 '14' at screen 0.63986, screen 0.34548 center font 'Noto Sans,7.6' textcolor rgb '#06121c' noenhanced front
set label 119 '11' at screen 0.67278, screen 0.34548 center font 'Noto Sans,7.6' textcolor rgb '#06121c' noenhanced front
set label 120 '6.2' at screen 0.70570, screen 0.34548 center font 'Noto Sans,7.6' textcolor rgb '#f2f6fa' noenhanced front
set label 121 '5.3' at screen 0.73861, screen 0.34548 center font 'Noto Sans,7.6' textcolor rgb '#f2f6fa' noenhanced front
set label 122 '5.2' at screen 0.77153, screen 0.34548 center font 'Noto Sans,7.6' textcolor rgb '#f2f6fa' noenhanced front
set label 123 '6.3' at screen 0.80445, screen 0.34548 center font 'Noto Sans,7.6' textcolor rgb '#f2f6fa' noenhanced front
set label 124 '5.2' at screen 0.83736, screen 0.34548 center font 'Noto Sans,7.6' textcolor rgb '#f2f6fa' noenhanced front
set label 125 '3.0' at screen 0.87028, screen 0.34548 center font 'Noto Sans,7.6' textcolor rgb '#f2f6fa' noenhanced front
set label 126 '2.0' at screen 0.11320, screen 0.26676 center font 'Noto Sans,7.6' textcolor rgb '#f2f6fa' noenhanced front
set label 127 '1.0' at screen 0.14611, screen 0.26676 center font 'Noto Sans,7.6' textcolor rgb '#f2f6fa' noenhanced front
set label 128 '·' at screen 0.17903, screen 0.26676 center font 'Noto Sans,7.6' textcolor rgb '#f2f6fa' noenhanced front
set label 129 '·' at screen 0.21195, screen 0.26676 center font 'Noto Sans,7.6' textcolor rgb '#f2f6fa' noenhanced front
set label 130 '·' at screen 0.24486, screen 0.26676 center font 'Noto Sans,7.6' textcolor rgb '#f2f6fa' noenhanced front
set label 131 '0.7' at screen 0.27778, screen 0.26676 center font 'Noto Sans,7.6' textcolor rgb '#f2f6fa' noenhanced front
set label 132 '2.3' at screen 0.31070, screen 0.26676 center font 'Noto Sans,7.6' textcolor rgb '#f2f6fa' noenhanced front
set label 133 '5.2' at screen 0.34361, screen 0.26676 center font 'Noto Sans,7.6' textcolor rgb '#f2f6fa' noenhanced front
set label 134 '5.6' at screen 0.37653, screen 0.26676 center font 'Noto Sans,7.6' textcolor rgb '#f2f6fa' noenhanced front
set label 135 '5.0' at screen 0.40945, screen 0.26676 center font 'Noto Sans,7.6' textcolor rgb '#f2f6fa' noenhanced front
set label 136 '5.3' at screen 0.44236, screen 0.26676 center font 'Noto Sans,7.6' textcolor rgb '#f2f6fa' noenhanced front
set label 137 '3.2' at screen 0.47528, screen 0.26676 center font 'Noto Sans,7.6' textcolor rgb '#f2f6fa' noenhanced front
set label 138 '1.3' at screen 0.50820, screen 0.26676 center font 'Noto Sans,7.6' textcolor rgb '#f2f6fa' noenhanced front
set label 139 '2.4' at screen 0.54111, screen 0.26676 center font 'Noto Sans,7.6' textcolor rgb '#f2f6fa' noenhanced front
set label 140 '3.9' at screen 0.57403, screen 0.26676 center font 'Noto Sans,7.6' textcolor rgb '#f2f6fa' noenhanced front
set label 141 '4.0' at screen 0.60695, screen 0.26676 center font 'Noto Sans,7.6' textcolor rgb '#f2f6fa' noenhanced front
set label 142 '4.7' at screen 0.63986, screen 0.26676 center font 'Noto Sans,7.6' textcolor rgb '#f2f6fa' noenhanced front
set label 143 '3.2' at screen 0.67278, screen 0.26676 center font 'Noto Sans,7.6' textcolor rgb '#f2f6fa' noenhanced front
set label 144 '5.9' at screen 0.70570, screen 0.26676 center font 'Noto Sans,7.6' textcolor rgb '#f2f6fa' noenhanced front
set label 145 '3.6' at screen 0.73861, screen 0.26676 center font 'Noto Sans,7.6' textcolor rgb '#f2f6fa' noenhanced front
set label 146 '5.6' at screen 0.77153, screen 0.26676 center font 'Noto Sans,7.6' textcolor rgb '#f2f6fa' noenhanced front
set label 147 '4.9' at screen 0.80445, screen 0.26676 center font 'Noto Sans,7.6' textcolor rgb '#f2f6fa' noenhanced front
set label 148 '3.7' at screen 0.83736, screen 0.26676 center font 'Noto Sans,7.6' textcolor rgb '#f2f6fa' noenhanced front
set label 149 '2.5' at screen 0.87028, screen 0.26676 center font 'Noto Sans,7.6' textcolor rgb '#f2f6fa' noenhanced front
set object 4 rectangle from screen 0.09891, screen 0.15160 to screen 0.12748, screen 0.22449 behind fillcolor rgb '#8794a1' fillstyle transparent pattern 5 noborder
set object 5 rectangle from screen 0.13183, screen 0.15160 to screen 0.16040, screen 0.22449 behind fillcolor rgb '#8794a1' fillstyle transparent pattern 5 noborder
set object 6 rectangle from screen 0.16475, screen 0.15160 to screen 0.19332, screen 0.22449 behind fillcolor rgb '#8794a1' fillstyle transparent pattern 5 noborder
set object 7 rectangle from screen 0.19766, screen 0.15160 to screen 0.22623, screen 0.22449 behind fillcolor rgb '#8794a1' fillstyle transparent pattern 5 noborder
set object 8 rectangle from screen 0.23058, screen 0.15160 to screen 0.25915, screen 0.22449 behind fillcolor rgb '#8794a1' fillstyle transparent pattern 5 noborder
set object 9 rectangle from screen 0.26350, screen 0.15160 to screen 0.29207, screen 0.22449 behind fillcolor rgb '#8794a1' fillstyle transparent pattern 5 noborder
set object 10 rectangle from screen 0.29641, screen 0.15160 to screen 0.32498, screen 0.22449 behind fillcolor rgb '#8794a1' fillstyle transparent pattern 5 noborder
set object 11 rectangle from screen 0.32933, screen 0.15160 to screen 0.35790, screen 0.22449 behind fillcolor rgb '#8794a1' fillstyle transparent pattern 5 noborder
set object 12 rectangle from screen 0.36225, screen 0.15160 to screen 0.39082, screen 0.22449 behind fillcolor rgb '#8794a1' fillstyle transparent pattern 5 noborder
set object 13 rectangle from screen 0.39516, screen 0.15160 to screen 0.42373, screen 0.22449 behind fillcolor rgb '#8794a1' fillstyle transparent pattern 5 noborder
set object 14 rectangle from screen 0.42808, screen 0.15160 to screen 0.45665, screen 0.22449 behind fillcolor rgb '#8794a1' fillstyle transparent pattern 5 noborder
set object 15 rectangle from screen 0.46100, screen 0.15160 to screen 0.48957, screen 0.22449 behind fillcolor rgb '#8794a1' fillstyle transparent pattern 5 noborder
set object 16 rectangle from screen 0.49391, screen 0.15160 to screen 0.52248, screen 0.22449 behind fillcolor rgb '#8794a1' fillstyle transparent pattern 5 noborder
set object 17 rectangle from screen 0.52683, screen 0.15160 to screen 0.55540, screen 0.22449 behind fillcolor rgb '#8794a1' fillstyle transparent pattern 5 noborder
set object 18 rectangle from screen 0.55975, screen 0.15160 to screen 0.58832, screen 0.22449 behind fillcolor rgb '#8794a1' fillstyle transparent pattern 5 noborder
set object 19 rectangle from screen 0.59266, screen 0.15160 to screen 0.62123, screen 0.22449 behind fillcolor rgb '#8794a1' fillstyle transparent pattern 5 noborder
set object 20 rectangle from screen 0.62558, screen 0.15160 to screen 0.65415, screen 0.22449 behind fillcolor rgb '#8794a1' fillstyle transparent pattern 5 noborder
set object 21 rectangle from screen 0.65850, screen 0.15160 to screen 0.68707, screen 0.22449 behind fillcolor rgb '#8794a1' fillstyle transparent pattern 5 noborder
set object 22 rectangle from screen 0.69141, screen 0.15160 to screen 0.71998, screen 0.22449 behind fillcolor rgb '#8794a1' fillstyle transparent pattern 5 noborder
set object 23 rectangle from screen 0.72433, screen 0.15160 to screen 0.75290, screen 0.22449 behind fillcolor rgb '#8794a1' fillstyle transparent pattern 5 noborder
set object 24 rectangle from screen 0.75725, screen 0.15160 to screen 0.78582, screen 0.22449 behind fillcolor rgb '#8794a1' fillstyle transparent pattern 5 noborder
set object 25 rectangle from screen 0.79016, screen 0.15160 to screen 0.81873, screen 0.22449 behind fillcolor rgb '#8794a1' fillstyle transparent pattern 5 noborder
set object 26 rectangle from screen 0.82308, screen 0.15160 to screen 0.85165, screen 0.22449 behind fillcolor rgb '#8794a1' fillstyle transparent pattern 5 noborder
set object 27 rectangle from screen 0.85600, screen 0.15160 to screen 0.88457, screen 0.22449 behind fillcolor rgb '#8794a1' fillstyle transparent pattern 5 noborder
set label 150 'Mo' at screen 0.08152, screen 0.66035 right font 'Noto Sans,11.0' textcolor rgb '#e8edf2' noenhanced front
set label 151 '179' at screen 0.90413, screen 0.66035 left font 'Noto Sans:Bold,11.5' textcolor rgb '#e8edf2' noenhanced front
set label 152 'Tu' at screen 0.08152, screen 0.58163 right font 'Noto Sans,11.0' textcolor rgb '#e8edf2' noenhanced front
set label 153 '182' at screen 0.90413, screen 0.58163 left font 'Noto Sans:Bold,11.5' textcolor rgb '#e8edf2' noenhanced front
set label 154 'We' at screen 0.08152, screen 0.50292 right font 'Noto Sans,11.0' textcolor rgb '#e8edf2' noenhanced front
set label 155 '167' at screen 0.90413, screen 0.50292 left font 'Noto Sans:Bold,11.5' textcolor rgb '#e8edf2' noenhanced front
set label 156 'Th' at screen 0.08152, screen 0.42420 right font 'Noto Sans,11.0' textcolor rgb '#e8edf2' noenhanced front
set label 157 '174' at screen 0.90413, screen 0.42420 left font 'Noto Sans:Bold,11.5' textcolor rgb '#e8edf2' noenhanced front
set label 158 'Fr' at screen 0.08152, screen 0.34548 right font 'Noto Sans,11.0' textcolor rgb '#e8edf2' noenhanced front
set label 159 '180' at screen 0.90413, screen 0.34548 left font 'Noto Sans:Bold,11.5' textcolor rgb '#e8edf2' noenhanced front
set label 160 'Sa' at screen 0.08152, screen 0.26676 right font 'Noto Sans,11.0' textcolor rgb '#e8edf2' noenhanced front
set label 161 '77' at screen 0.90413, screen 0.26676 left font 'Noto Sans:Bold,11.5' textcolor rgb '#e8edf2' noenhanced front
set label 162 'Su' at screen 0.08152, screen 0.18805 right font 'Noto Sans,11.0' textcolor rgb '#e8edf2' noenhanced front
set label 163 '–' at screen 0.90413, screen 0.18805 left font 'Noto Sans:Bold,11.5' textcolor rgb '#e8edf2' noenhanced front
set label 164 '0' at screen 0.11320, screen 0.11370 center font 'Noto Sans,10.5' textcolor rgb '#9fadba' noenhanced front
set label 165 '3' at screen 0.21195, screen 0.11370 center font 'Noto Sans,10.5' textcolor rgb '#9fadba' noenhanced front
set label 166 '6' at screen 0.31070, screen 0.11370 center font 'Noto Sans,10.5' textcolor rgb '#9fadba' noenhanced front
set label 167 '9' at screen 0.40945, screen 0.11370 center font 'Noto Sans,10.5' textcolor rgb '#9fadba' noenhanced front
set label 168 '12' at screen 0.50820, screen 0.11370 center font 'Noto Sans,10.5' textcolor rgb '#9fadba' noenhanced front
set label 169 '15' at screen 0.60695, screen 0.11370 center font 'Noto Sans,10.5' textcolor rgb '#9fadba' noenhanced front
set label 170 '18' at screen 0.70570, screen 0.11370 center font 'Noto Sans,10.5' textcolor rgb '#9fadba' noenhanced front
set label 171 '21' at screen 0.80445, screen 0.11370 center font 'Noto Sans,10.5' textcolor rgb '#9fadba' noenhanced front
set label 172 'hour' at screen 0.08152, screen 0.11370 right font 'Noto Sans,10.5' textcolor rgb '#9fadba' noenhanced front
set label 173 'visits/day' at screen 0.96087, screen 0.72886 right font 'Noto Sans,10.5' textcolor rgb '#9fadba' noenhanced front
set label 174 '0' at screen 0.10109, screen 0.72886 left font 'Noto Sans,10.5' textcolor rgb '#9fadba' noenhanced front
set object 28 rectangle from screen 0.12717, screen 0.71429 to screen 0.15761, screen 0.74636 front fillcolor rgb '#18222c' fillstyle solid 1 noborder
set object 29 rectangle from screen 0.15761, screen 0.71429 to screen 0.18804, screen 0.74636 front fillcolor rgb '#1b3347' fillstyle solid 1 noborder
set object 30 rectangle from screen 0.18804, screen 0.71429 to screen 0.21848, screen 0.74636 front fillcolor rgb '#1f4666' fillstyle solid 1 noborder
set object 31 rectangle from screen 0.21848, screen 0.71429 to screen 0.24891, screen 0.74636 front fillcolor rgb '#265a85' fillstyle solid 1 noborder
set object 32 rectangle from screen 0.24891, screen 0.71429 to screen 0.27935, screen 0.74636 front fillcolor rgb '#6cabd9' fillstyle solid 1 noborder
set object 33 rectangle from screen 0.27935, screen 0.71429 to screen 0.30978, screen 0.74636 front fillcolor rgb '#93c6ea' fillstyle solid 1 noborder
set object 34 rectangle from screen 0.30978, screen 0.71429 to screen 0.34022, screen 0.74636 front fillcolor rgb '#c3e2f8' fillstyle solid 1 noborder
set object 35 rectangle from screen 0.12717, screen 0.71429 to screen 0.34022, screen 0.74636 front fillstyle empty border linecolor rgb '#6c7985' linewidth 0.5
set label 175 '22' at screen 0.35326, screen 0.72886 left font 'Noto Sans,10.5' textcolor rgb '#9fadba' noenhanced front
set object 36 rectangle from screen 0.32716, screen 0.30612 to screen 0.49174, screen 0.69971 front fillstyle empty border linecolor rgb '#ff9a4d' linewidth 1.8
set object 37 rectangle from screen 0.52466, screen 0.30612 to screen 0.65632, screen 0.69971 front fillstyle empty border linecolor rgb '#ff9a4d' linewidth 1.8
$CELLS << END
0.000	0.000	-0.434	0.434	-0.463	0.463	2049638
1.000	0.000	0.566	1.434	-0.463	0.463	1782599
2.000	0.000	1.566	2.434	-0.463	0.463	1782599
3.000	0.000	2.566	3.434	-0.463	0.463	1782599
4.000	0.000	3.566	4.434	-0.463	0.463	1581612
5.000	0.000	4.566	5.434	-0.463	0.463	1782599
6.000	0.000	5.566	6.434	-0.463	0.463	2049638
7.000	0.000	6.566	7.434	-0.463	0.463	7121881
8.000	0.000	7.566	8.434	-0.463	0.463	12837624
9.000	0.000	8.566	9.434	-0.463	0.463	12837624
10.000	0.000	9.566	10.434	-0.463	0.463	9684714
11.000	0.000	10.566	11.434	-0.463	0.463	7121881
12.000	0.000	11.566	12.434	-0.463	0.463	2513541
13.000	0.000	12.566	13.434	-0.463	0.463	7121881
14.000	0.000	13.566	14.434	-0.463	0.463	9684714
15.000	0.000	14.566	15.434	-0.463	0.463	12837624
16.000	0.000	15.566	16.434	-0.463	0.463	9684714
17.000	0.000	16.566	17.434	-0.463	0.463	7121881
18.000	0.000	17.566	18.434	-0.463	0.463	2513541
19.000	0.000	18.566	19.434	-0.463	0.463	2513541
20.000	0.000	19.566	20.434	-0.463	0.463	2513541
21.000	0.000	20.566	21.434	-0.463	0.463	2513541
22.000	0.000	21.566	22.434	-0.463	0.463	2049638
23.000	0.000	22.566	23.434	-0.463	0.463	2049638
0.000	1.000	-0.434	0.434	0.537	1.463	2049638
1.000	1.000	0.566	1.434	0.537	1.463	1782599
2.000	1.000	1.566	2.434	0.537	1.463	1782599
3.000	1.000	2.566	3.434	0.537	1.463	1581612
4.000	1.000	3.566	4.434	0.537	1.463	1782599
5.000	1.000	4.566	5.434	0.537	1.463	1782599
6.000	1.000	5.566	6.434	0.537	1.463	2049638
7.000	1.000	6.566	7.434	0.537	1.463	7121881
8.000	1.000	7.566	8.434	0.537	1.463	12837624
9.000	1.000	8.566	9.434	0.537	1.463	12837624
10.000	1.000	9.566	10.434	0.537	1.463	12837624
11.000	1.000	10.566	11.434	0.537	1.463	7121881
12.000	1.000	11.566	12.434	0.537	1.463	2513541
13.000	1.000	12.566	13.434	0.537	1.463	7121881
14.000	1.000	13.566	14.434	0.537	1.463	9684714
15.000	1.000	14.566	15.434	0.537	1.463	12837624
16.000	1.000	15.566	16.434	0.537	1.463	9684714
17.000	1.000	16.566	17.434	0.537	1.463	7121881
18.000	1.000	17.566	18.434	0.537	1.463	2513541
19.000	1.000	18.566	19.434	0.537	1.463	2049638
20.000	1.000	19.566	20.434	0.537	1.463	2513541
21.000	1.000	20.566	21.434	0.537	1.463	2513541
22.000	1.000	21.566	22.434	0.537	1.463	2513541
23.000	1.000	22.566	23.434	0.537	1.463	2049638
0.000	2.000	-0.434	0.434	1.537	2.463	2049638
1.000	2.000	0.566	1.434	1.537	2.463	1782599
2.000	2.000	1.566	2.434	1.537	2.463	1782599
3.000	2.000	2.566	3.434	1.537	2.463	1581612
4.000	2.000	3.566	4.434	1.537	2.463	1581612
5.000	2.000	4.566	5.434	1.537	2.463	1782599
6.000	2.000	5.566	6.434	1.537	2.463	2049638
7.000	2.000	6.566	7.434	1.537	2.463	2513541
8.000	2.000	7.566	8.434	1.537	2.463	12837624
9.000	2.000	8.566	9.434	1.537	2.463	9684714
10.000	2.000	9.566	10.434	1.537	2.463	9684714
11.000	2.000	10.566	11.434	1.537	2.463	7121881
12.000	2.000	11.566	12.434	1.537	2.463	2049638
13.000	2.000	12.566	13.434	1.537	2.463	7121881
14.000	2.000	13.566	14.434	1.537	2.463	9684714
15.000	2.000	14.566	15.434	1.537	2.463	9684714
16.000	2.000	15.566	16.434	1.537	2.463	9684714
17.000	2.000	16.566	17.434	1.537	2.463	7121881
18.000	2.000	17.566	18.434	1.537	2.463	2513541
19.000	2.000	18.566	19.434	1.537	2.463	2513541
20.000	2.000	19.566	20.434	1.537	2.463	2513541
21.000	2.000	20.566	21.434	1.537	2.463	2513541
22.000	2.000	21.566	22.434	1.537	2.463	2513541
23.000	2.000	22.566	23.434	1.537	2.463	2049638
0.000	3.000	-0.434	0.434	2.537	3.463	2049638
1.000	3.000	0.566	1.434	2.537	3.463	1782599
2.000	3.000	1.566	2.434	2.537	3.463	1782599
3.000	3.000	2.566	3.434	2.537	3.463	1581612
4.000	3.000	3.566	4.434	2.537	3.463	1581612
5.000	3.000	4.566	5.434	2.537	3.463	1782599
6.000	3.000	5.566	6.434	2.537	3.463	2049638
7.000	3.000	6.566	7.434	2.537	3.463	2513541
8.000	3.000	7.566	8.434	2.537	3.463	9684714
9.000	3.000	8.566	9.434	2.537	3.463	12837624
10.000	3.000	9.566	10.434	2.537	3.463	12837624
11.000	3.000	10.566	11.434	2.537	3.463	7121881
12.000	3.000	11.566	12.434	2.537	3.463	2049638
13.000	3.000	12.566	13.434	2.537	3.463	7121881
14.000	3.000	13.566	14.434	2.537	3.463	12837624
15.000	3.000	14.566	15.434	2.537	3.463	12837624
16.000	3.000	15.566	16.434	2.537	3.463	9684714
17.000	3.000	16.566	17.434	2.537	3.463	7121881
18.000	3.000	17.566	18.434	2.537	3.463	2513541
19.000	3.000	18.566	19.434	2.537	3.463	2513541
20.000	3.000	19.566	20.434	2.537	3.463	2513541
21.000	3.000	20.566	21.434	2.537	3.463	2513541
22.000	3.000	21.566	22.434	2.537	3.463	2049638
23.000	3.000	22.566	23.434	2.537	3.463	2049638
0.000	4.000	-0.434	0.434	3.537	4.463	2049638
1.000	4.000	0.566	1.434	3.537	4.463	1782599
2.000	4.000	1.566	2.434	3.537	4.463	1782599
3.000	4.000	2.566	3.434	3.537	4.463	1581612
4.000	4.000	3.566	4.434	3.537	4.463	1581612
5.000	4.000	4.566	5.434	3.537	4.463	1782599
6.000	4.000	5.566	6.434	3.537	4.463	2049638
7.000	4.000	6.566	7.434	3.537	4.463	2513541
8.000	4.000	7.566	8.434	3.537	4.463	12837624
9.000	4.000	8.566	9.434	3.537	4.463	12837624
10.000	4.000	9.566	10.434	3.537	4.463	9684714
11.000	4.000	10.566	11.434	3.537	4.463	9684714
12.000	4.000	11.566	12.434	3.537	4.463	2513541
13.000	4.000	12.566	13.434	3.537	4.463	7121881
14.000	4.000	13.566	14.434	3.537	4.463	9684714
15.000	4.000	14.566	15.434	3.537	4.463	9684714
16.000	4.000	15.566	16.434	3.537	4.463	9684714
17.000	4.000	16.566	17.434	3.537	4.463	9684714
18.000	4.000	17.566	18.434	3.537	4.463	2513541
19.000	4.000	18.566	19.434	3.537	4.463	2513541
20.000	4.000	19.566	20.434	3.537	4.463	2513541
21.000	4.000	20.566	21.434	3.537	4.463	2513541
22.000	4.000	21.566	22.434	3.537	4.463	2513541
23.000	4.000	22.566	23.434	3.537	4.463	2049638
0.000	5.000	-0.434	0.434	4.537	5.463	2049638
1.000	5.000	0.566	1.434	4.537	5.463	1782599
2.000	5.000	1.566	2.434	4.537	5.463	1581612
3.000	5.000	2.566	3.434	4.537	5.463	1581612
4.000	5.000	3.566	4.434	4.537	5.463	1581612
5.000	5.000	4.566	5.434	4.537	5.463	1782599
6.000	5.000	5.566	6.434	4.537	5.463	2049638
7.000	5.000	6.566	7.434	4.537	5.463	2513541
8.000	5.000	7.566	8.434	4.537	5.463	2513541
9.000	5.000	8.566	9.434	4.537	5.463	2513541
10.000	5.000	9.566	10.434	4.537	5.463	2513541
11.000	5.000	10.566	11.434	4.537	5.463	2049638
12.000	5.000	11.566	12.434	4.537	5.463	1782599
13.000	5.000	12.566	13.434	4.537	5.463	2049638
14.000	5.000	13.566	14.434	4.537	5.463	2049638
15.000	5.000	14.566	15.434	4.537	5.463	2049638
16.000	5.000	15.566	16.434	4.537	5.463	2513541
17.000	5.000	16.566	17.434	4.537	5.463	2049638
18.000	5.000	17.566	18.434	4.537	5.463	2513541
19.000	5.000	18.566	19.434	4.537	5.463	2049638
20.000	5.000	19.566	20.434	4.537	5.463	2513541
21.000	5.000	20.566	21.434	4.537	5.463	2513541
22.000	5.000	21.566	22.434	4.537	5.463	2049638
23.000	5.000	22.566	23.434	4.537	5.463	2049638
END
plot $CELLS using 1:2:3:4:5:6:7 with boxxyerror linecolor rgb variable
unset output
