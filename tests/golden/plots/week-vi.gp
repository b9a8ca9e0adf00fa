set terminal svg size 924,261 dynamic noenhanced rounded font 'Noto Sans,12' name 'week'
set output 'week.svg'
set encoding utf8
reset
unset key
set border 0
set tics scale 0
unset xtics
unset ytics
set style fill solid 1 noborder
set datafile separator '\t'
set object 1 rectangle from screen 0.00216, screen 0.94444 to screen 0.01623, screen 0.98659 front fillstyle empty border linecolor rgb '#010b07' linewidth 1.6
set label 1 'Giờ hành chính' at screen 0.02381, screen 0.96552 left font 'Noto Sans,11.0' textcolor rgb '#010207' noenhanced front
set lmargin at screen 0.06905
set rmargin at screen 0.96093
set tmargin at screen 0.82375
set bmargin at screen 0.09962
set xrange [-0.500:23.500]
set yrange [6.500:-0.500]
set label 2 '1,9' at screen 0.08763, screen 0.77203 center font 'Noto Sans,10.0' textcolor rgb '#011c07' noenhanced front
set label 3 '0,8' at screen 0.12479, screen 0.77203 center font 'Noto Sans,10.0' textcolor rgb '#011c07' noenhanced front
set label 4 '0,5' at screen 0.16195, screen 0.77203 center font 'Noto Sans,10.0' textcolor rgb '#011c07' noenhanced front
set label 5 '0,5' at screen 0.19911, screen 0.77203 center font 'Noto Sans,10.0' textcolor rgb '#011c07' noenhanced front
set label 6 '0,4' at screen 0.23628, screen 0.77203 center font 'Noto Sans,10.0' textcolor rgb '#011c07' noenhanced front
set label 7 '0,7' at screen 0.27344, screen 0.77203 center font 'Noto Sans,10.0' textcolor rgb '#011c07' noenhanced front
set label 8 '2,8' at screen 0.31060, screen 0.77203 center font 'Noto Sans,10.0' textcolor rgb '#011c07' noenhanced front
set label 9 '8,1' at screen 0.34776, screen 0.77203 center font 'Noto Sans,10.0' textcolor rgb '#011d07' noenhanced front
set label 10 '17' at screen 0.38492, screen 0.77203 center font 'Noto Sans,10.0' textcolor rgb '#011d07' noenhanced front
set label 11 '17' at screen 0.42208, screen 0.77203 center font 'Noto Sans,10.0' textcolor rgb '#011d07' noenhanced front
set label 12 '15' at screen 0.45925, screen 0.77203 center font 'Noto Sans,10.0' textcolor rgb '#011d07' noenhanced front
set label 13 '11' at screen 0.49641, screen 0.77203 center font 'Noto Sans,10.0' textcolor rgb '#011d07' noenhanced front
set label 14 '4,6' at screen 0.53357, screen 0.77203 center font 'Noto Sans,10.0' textcolor rgb '#011c07' noenhanced front
set label 15 '11' at screen 0.57073, screen 0.77203 center font 'Noto Sans,10.0' textcolor rgb '#011d07' noenhanced front
set label 16 '16' at screen 0.60789, screen 0.77203 center font 'Noto Sans,10.0' textcolor rgb '#011d07' noenhanced front
set label 17 '18' at screen 0.64506, screen 0.77203 center font 'Noto Sans,10.0' textcolor rgb '#011d07' noenhanced front
set label 18 '16' at screen 0.68222, screen 0.77203 center font 'Noto Sans,10.0' textcolor rgb '#011d07' noenhanced front
set label 19 '8,6' at screen 0.71938, screen 0.77203 center font 'Noto Sans,10.0' textcolor rgb '#011d07' noenhanced front
set label 20 '4,6' at screen 0.75654, screen 0.77203 center font 'Noto Sans,10.0' textcolor rgb '#011c07' noenhanced front
set label 21 '4,7' at screen 0.79370, screen 0.77203 center font 'Noto Sans,10.0' textcolor rgb '#011c07' noenhanced front
set label 22 '6,5' at screen 0.83086, screen 0.77203 center font 'Noto Sans,10.0' textcolor rgb '#011c07' noenhanced front
set label 23 '5,1' at screen 0.86803, screen 0.77203 center font 'Noto Sans,10.0' textcolor rgb '#011c07' noenhanced front
set label 24 '3,8' at screen 0.90519, screen 0.77203 center font 'Noto Sans,10.0' textcolor rgb '#011c07' noenhanced front
set label 25 '4,0' at screen 0.94235, screen 0.77203 center font 'Noto Sans,10.0' textcolor rgb '#011c07' noenhanced front
set label 26 '2,4' at screen 0.08763, screen 0.66858 center font 'Noto Sans,10.0' textcolor rgb '#011c07' noenhanced front
set label 27 '1,1' at screen 0.12479, screen 0.66858 center font 'Noto Sans,10.0' textcolor rgb '#011c07' noenhanced front
set label 28 '0,7' at screen 0.16195, screen 0.66858 center font 'Noto Sans,10.0' textcolor rgb '#011c07' noenhanced front
set label 29 '0,4' at screen 0.19911, screen 0.66858 center font 'Noto Sans,10.0' textcolor rgb '#011c07' noenhanced front
set label 30 '0,5' at screen 0.23628, screen 0.66858 center font 'Noto Sans,10.0' textcolor rgb '#011c07' noenhanced front
set label 31 '0,9' at screen 0.27344, screen 0.66858 center font 'Noto Sans,10.0' textcolor rgb '#011c07' noenhanced front
set label 32 '3,0' at screen 0.31060, screen 0.66858 center font 'Noto Sans,10.0' textcolor rgb '#011c07' noenhanced front
set label 33 '8,2' at screen 0.34776, screen 0.66858 center font 'Noto Sans,10.0' textcolor rgb '#011d07' noenhanced front
set label 34 '17' at screen 0.38492, screen 0.66858 center font 'Noto Sans,10.0' textcolor rgb '#011d07' noenhanced front
set label 35 '22' at screen 0.42208, screen 0.66858 center font 'Noto Sans,10.0' textcolor rgb '#011d07' noenhanced front
set label 36 '18' at screen 0.45925, screen 0.66858 center font 'Noto Sans,10.0' textcolor rgb '#011d07' noenhanced front
set label 37 '8,6' at screen 0.49641, screen 0.66858 center font 'Noto Sans,10.0' textcolor rgb '#011d07' noenhanced front
set label 38 '4,5' at screen 0.53357, screen 0.66858 center font 'Noto Sans,10.0' textcolor rgb '#011c07' noenhanced front
set label 39 '8,6' at screen 0.57073, screen 0.66858 center font 'Noto Sans,10.0' textcolor rgb '#011d07' noenhanced front
set label 40 '16' at screen 0.60789, screen 0.66858 center font 'Noto Sans,10.0' textcolor rgb '#011d07' noenhanced front
set label 41 '17' at screen 0.64506, screen 0.66858 center font 'Noto Sans,10.0' textcolor rgb '#011d07' noenhanced front
set label 42 '15' at screen 0.68222, screen 0.66858 center font 'Noto Sans,10.0' textcolor rgb '#011d07' noenhanced front
set label 43 '8,9' at screen 0.71938, screen 0.66858 center font 'Noto Sans,10.0' textcolor rgb '#011d07' noenhanced front
set label 44 '6,4' at screen 0.75654, screen 0.66858 center font 'Noto Sans,10.0' textcolor rgb '#011c07' noenhanced front
set label 45 '4,0' at screen 0.79370, screen 0.66858 center font 'Noto Sans,10.0' textcolor rgb '#011c07' noenhanced front
set label 46 '5,9' at screen 0.83086, screen 0.66858 center font 'Noto Sans,10.0' textcolor rgb '#011c07' noenhanced front
set label 47 '5,5' at screen 0.86803, screen 0.66858 center font 'Noto Sans,10.0' textcolor rgb '#011c07' noenhanced front
set label 48 '4,5' at screen 0.90519, screen 0.66858 center font 'Noto Sans,10.0' textcolor rgb '#011c07' noenhanced front
set label 49 '4,0' at screen 0.94235, screen 0.66858 center font 'Noto Sans,10.0' textcolor rgb '#011c07' noenhanced front
set label 50 '2,3' at screen 0.08763, screen 0.56513 center font 'Noto Sans,10.0' textcolor rgb '#011c07' noenhanced front
set label 51 '1,1' at screen 0.12479, screen 0.56513 center font 'Noto Sans,10.0' textcolor rgb '#011c07' noenhanced front
set label 52 '0,7' at screen 0.16195, screen 0.56513 center font 'Noto Sans,10.0' textcolor rgb '#011c07' noenhanced front
set label 53 '0,4' at screen 0.19911, screen 0.56513 center font 'Noto Sans,10.0' textcolor rgb '#011c07' noenhanced front
set label 54 '0,3' at screen 0.23628, screen 0.56513 center font 'Noto Sans,10.0' textcolor rgb '#011c07' noenhanced front
set label 55 '0,9' at screen 0.27344, screen 0.56513 center font 'Noto Sans,10.0' textcolor rgb '#011c07' noenhanced front
set label 56 '2,7' at screen 0.31060, screen 0.56513 center font 'Noto Sans,10.0' textcolor rgb '#011c07' noenhanced front
set label 57 '6,0' at screen 0.34776, screen 0.56513 center font 'Noto Sans,10.0' textcolor rgb '#011c07' noenhanced front
set label 58 '17' at screen 0.38492, screen 0.56513 center font 'Noto Sans,10.0' textcolor rgb '#011d07' noenhanced front
set label 59 '16' at screen 0.42208, screen 0.56513 center font 'Noto Sans,10.0' textcolor rgb '#011d07' noenhanced front
set label 60 '13' at screen 0.45925, screen 0.56513 center font 'Noto Sans,10.0' textcolor rgb '#011d07' noenhanced front
set label 61 '9,5' at screen 0.49641, screen 0.56513 center font 'Noto Sans,10.0' textcolor rgb '#011d07' noenhanced front
set label 62 '3,9' at screen 0.53357, screen 0.56513 center font 'Noto Sans,10.0' textcolor rgb '#011c07' noenhanced front
set label 63 '7,4' at screen 0.57073, screen 0.56513 center font 'Noto Sans,10.0' textcolor rgb '#011d07' noenhanced front
set label 64 '15' at screen 0.60789, screen 0.56513 center font 'Noto Sans,10.0' textcolor rgb '#011d07' noenhanced front
set label 65 '15' at screen 0.64506, screen 0.56513 center font 'Noto Sans,10.0' textcolor rgb '#011d07' noenhanced front
set label 66 '15' at screen 0.68222, screen 0.56513 center font 'Noto Sans,10.0' textcolor rgb '#011d07' noenhanced front
set label 67 '8,6' at screen 0.71938, screen 0.56513 center font 'Noto Sans,10.0' textcolor rgb '#011d07' noenhanced front
set label 68 '4,6' at screen 0.75654, screen 0.56513 center font 'Noto Sans,10.0' textcolor rgb '#011c07' noenhanced front
set label 69 '4,5' at screen 0.79370, screen 0.56513 center font 'Noto Sans,10.0' textcolor rgb '#011c07' noenhanced front
set label 70 '6,5' at screen 0.83086, screen 0.56513 center font 'Noto Sans,10.0' textcolor rgb '#011c07' noenhanced front
set label 71 '6,3' at screen 0.86803, screen 0.56513 center font 'Noto Sans,10.0' textcolor rgb '#011c07' noenhanced front
set label 72 '5,4' at screen 0.90519, screen 0.56513 center font 'Noto Sans,10.0' textcolor rgb '#011c07' noenhanced front
set label 73 '4,0' at screen 0.94235, screen 0.56513 center font 'Noto Sans,10.0' textcolor rgb '#011c07' noenhanced front
set label 74 '1,8' at screen 0.08763, screen 0.46169 center font 'Noto Sans,10.0' textcolor rgb '#011c07' noenhanced front
set label 75 '0,8' at screen 0.12479, screen 0.46169 center font 'Noto Sans,10.0' textcolor rgb '#011c07' noenhanced front
set label 76 '0,6' at screen 0.16195, screen 0.46169 center font 'Noto Sans,10.0' textcolor rgb '#011c07' noenhanced front
set label 77 '0,3' at screen 0.19911, screen 0.46169 center font 'Noto Sans,10.0' textcolor rgb '#011c07' noenhanced front
set label 78 '0,4' at screen 0.23628, screen 0.46169 center font 'Noto Sans,10.0' textcolor rgb '#011c07' noenhanced front
set label 79 '0,9' at screen 0.27344, screen 0.46169 center font 'Noto Sans,10.0' textcolor rgb '#011c07' noenhanced front
set label 80 '2,2' at screen 0.31060, screen 0.46169 center font 'Noto Sans,10.0' textcolor rgb '#011c07' noenhanced front
set label 81 '6,3' at screen 0.34776, screen 0.46169 center font 'Noto Sans,10.0' textcolor rgb '#011c07' noenhanced front
set label 82 '13' at screen 0.38492, screen 0.46169 center font 'Noto Sans,10.0' textcolor rgb '#011d07' noenhanced front
set label 83 '20' at screen 0.42208, screen 0.46169 center font 'Noto Sans,10.0' textcolor rgb '#011d07' noenhanced front
set label 84 '16' at screen 0.45925, screen 0.46169 center font 'Noto Sans,10.0' textcolor rgb '#011d07' noenhanced front
set label 85 '10' at screen 0.49641, screen 0.46169 center font 'Noto Sans,10.0' textcolor rgb '#011d07' noenhanced front
set label 86 '3,9' at screen 0.53357, screen 0.46169 center font 'Noto Sans,10.0' textcolor rgb '#011c07' noenhanced front
set label 87 '7,8' at screen 0.57073, screen 0.46169 center font 'Noto Sans,10.0' textcolor rgb '#011d07' noenhanced front
set label 88 '18' at screen 0.60789, screen 0.46169 center font 'Noto Sans,10.0' textcolor rgb '#011d07' noenhanced front
set label 89 '17' at screen 0.64506, screen 0.46169 center font 'Noto Sans,10.0' textcolor rgb '#011d07' noenhanced front
set label 90 '14' at screen 0.68222, screen 0.46169 center font 'Noto Sans,10.0' textcolor rgb '#011d07' noenhanced front
set label 91 '11' at screen 0.71938, screen 0.46169 center font 'Noto Sans,10.0' textcolor rgb '#011d07' noenhanced front
set label 92 '5,7' at screen 0.75654, screen 0.46169 center font 'Noto Sans,10.0' textcolor rgb '#011c07' noenhanced front
set label 93 '4,3' at screen 0.79370, screen 0.46169 center font 'Noto Sans,10.0' textcolor rgb '#011c07' noenhanced front
set label 94 '6,8' at screen 0.83086, screen 0.46169 center font 'Noto Sans,10.0' textcolor rgb '#011c07' noenhanced front
set label 95 '5,3' at screen 0.86803, screen 0.46169 center font 'Noto Sans,10.0' textcolor rgb '#011c07' noenhanced front
set label 96 '3,8' at screen 0.90519, screen 0.46169 center font 'Noto Sans,10.0' textcolor rgb '#011c07' noenhanced front
set label 97 '3,5' at screen 0.94235, screen 0.46169 center font 'Noto Sans,10.0' textcolor rgb '#011c07' noenhanced front
set label 98 '2,3' at screen 0.08763, screen 0.35824 center font 'Noto Sans,10.0' textcolor rgb '#011c07' noenhanced front
set label 99 '1,1' at screen 0.12479, screen 0.35824 center font 'Noto Sans,10.0' textcolor rgb '#011c07' noenhanced front
set label 100 '0,7' at screen 0.16195, screen 0.35824 center font 'Noto Sans,10.0' textcolor rgb '#011c07' noenhanced front
set label 101 '·' at screen 0.19911, screen 0.35824 center font 'Noto Sans,10.0' textcolor rgb '#011c07' noenhanced front
set label 102 '·' at screen 0.23628, screen 0.35824 center font 'Noto Sans,10.0' textcolor rgb '#011c07' noenhanced front
set label 103 '1,0' at screen 0.27344, screen 0.35824 center font 'Noto Sans,10.0' textcolor rgb '#011c07' noenhanced front
set label 104 '2,4' at screen 0.31060, screen 0.35824 center font 'Noto Sans,10.0' textcolor rgb '#011c07' noenhanced front
set label 105 '6,6' at screen 0.34776, screen 0.35824 center font 'Noto Sans,10.0' textcolor rgb '#011c07' noenhanced front
set label 106 '18' at screen 0.38492, screen 0.35824 center font 'Noto Sans,10.0' textcolor rgb '#011d07' noenhanced front
set label 107 '22' at screen 0.42208, screen 0.35824 center font 'Noto Sans,10.0' textcolor rgb '#011d07' noenhanced front
set label 108 '15' at screen 0.45925, screen 0.35824 center font 'Noto Sans,10.0' textcolor rgb '#011d07' noenhanced front
set label 109 '11' at screen 0.49641, screen 0.35824 center font 'Noto Sans,10.0' textcolor rgb '#011d07' noenhanced front
set label 110 '4,8' at screen 0.53357, screen 0.35824 center font 'Noto Sans,10.0' textcolor rgb '#011c07' noenhanced front
set label 111 '7,5' at screen 0.57073, screen 0.35824 center font 'Noto Sans,10.0' textcolor rgb '#011d07' noenhanced front
set label 112 '15' at screen 0.60789, screen 0.35824 center font 'Noto Sans,10.0' textcolor rgb '#011d07' noenhanced front
set label 113 '15' at screen 0.64506, screen 0.35824 center font 'Noto Sans,10.0' textcolor rgb '#011d07' noenhanced front
set label 114 '14' at screen 0.68222, screen 0.35824 center font 'Noto Sans,10.0' textcolor rgb '#011d07' noenhanced front
set label 115 '11' at screen 0.71938, screen 0.35824 center font 'Noto Sans,10.0' textcolor rgb '#011d07' noenhanced front
set label 116 '6,2' at screen 0.75654, screen 0.35824 center font 'Noto Sans,10.0' textcolor rgb '#011c07' noenhanced front
set label 117 '5,3' at screen 0.79370, screen 0.35824 center font 'Noto Sans,10.0' textcolor rgb '#011c07' noenhanced front
set label 118 '5,2' at screen 0.83086, screen 0.35824 center font 'Noto Sans,10.0' textcolor rgb '#011c07' noenhanced front
set label 119 '6,3' at screen 0.86803, screen 0.35824 center font 'Noto Sans,10.0' textcolor rgb '#011c07' noenhanced front
set label 120 '5,2' at screen 0.90519, screen 0.35824 center font 'Noto Sans,10.0' textcolor rgb '#011c07' noenhanced front
set label 121 '3,0' at screen 0.94235, screen 0.35824 center font 'Noto Sans,10.0' textcolor rgb '#011c07' noenhanced front
set label 122 '2,0' at screen 0.08763, screen 0.25479 center font 'Noto Sans,10.0' textcolor rgb '#011c07' noenhanced front
set label 123 '1,0' at screen 0.12479, screen 0.25479 center font 'Noto Sans,10.0' textcolor rgb '#011c07' noenhanced front
set label 124 '·' at screen 0.16195, screen 0.25479 center font 'Noto Sans,10.0' textcolor rgb '#011c07' noenhanced front
set label 125 '·' at screen 0.19911, screen 0.25479 center font 'Noto Sans,10.0' textcolor rgb '#011c07' noenhanced front
set label 126 '·' at screen 0.23628, screen 0.25479 center font 'Noto Sans,10.0' textcolor rgb '#011c07' noenhanced front
set label 127 '0,7' at screen 0.27344, screen 0.25479 center font 'Noto Sans,10.0' textcolor rgb '#011c07' noenhanced front
set label 128 '2,3' at screen 0.31060, screen 0.25479 center font 'Noto Sans,10.0' textcolor rgb '#011c07' noenhanced front
set label 129 '5,2' at screen 0.34776, screen 0.25479 center font 'Noto Sans,10.0' textcolor rgb '#011c07' noenhanced front
set label 130 '5,6' at screen 0.38492, screen 0.25479 center font 'Noto Sans,10.0' textcolor rgb '#011c07' noenhanced front
set label 131 '5,0' at screen 0.42208, screen 0.25479 center font 'Noto Sans,10.0' textcolor rgb '#011c07' noenhanced front
set label 132 '5,3' at screen 0.45925, screen 0.25479 center font 'Noto Sans,10.0' textcolor rgb '#011c07' noenhanced front
set label 133 '3,2' at screen 0.49641, screen 0.25479 center font 'Noto Sans,10.0' textcolor rgb '#011c07' noenhanced front
set label 134 '1,3' at screen 0.53357, screen 0.25479 center font 'Noto Sans,10.0' textcolor rgb '#011c07' noenhanced front
set label 135 '2,4' at screen 0.57073, screen 0.25479 center font 'Noto Sans,10.0' textcolor rgb '#011c07' noenhanced front
set label 136 '3,9' at screen 0.60789, screen 0.25479 center font 'Noto Sans,10.0' textcolor rgb '#011c07' noenhanced front
set label 137 '4,0' at screen 0.64506, screen 0.25479 center font 'Noto Sans,10.0' textcolor rgb '#011c07' noenhanced front
set label 138 '4,7' at screen 0.68222, screen 0.25479 center font 'Noto Sans,10.0' textcolor rgb '#011c07' noenhanced front
set label 139 '3,2' at screen 0.71938, screen 0.25479 center font 'Noto Sans,10.0' textcolor rgb '#011c07' noenhanced front
set label 140 '5,9' at screen 0.75654, screen 0.25479 center font 'Noto Sans,10.0' textcolor rgb '#011c07' noenhanced front
set label 141 '3,6' at screen 0.79370, screen 0.25479 center font 'Noto Sans,10.0' textcolor rgb '#011c07' noenhanced front
set label 142 '5,6' at screen 0.83086, screen 0.25479 center font 'Noto Sans,10.0' textcolor rgb '#011c07' noenhanced front
set label 143 '4,9' at screen 0.86803, screen 0.25479 center font 'Noto Sans,10.0' textcolor rgb '#011c07' noenhanced front
set label 144 '3,7' at screen 0.90519, screen 0.25479 center font 'Noto Sans,10.0' textcolor rgb '#011c07' noenhanced front
set label 145 '2,5' at screen 0.94235, screen 0.25479 center font 'Noto Sans,10.0' textcolor rgb '#011c07' noenhanced front
set label 146 '2,0' at screen 0.08763, screen 0.15134 center font 'Noto Sans,10.0' textcolor rgb '#011c07' noenhanced front
set label 147 '0,8' at screen 0.12479, screen 0.15134 center font 'Noto Sans,10.0' textcolor rgb '#011c07' noenhanced front
set label 148 '·' at screen 0.16195, screen 0.15134 center font 'Noto Sans,10.0' textcolor rgb '#011c07' noenhanced front
set label 149 '·' at screen 0.19911, screen 0.15134 center font 'Noto Sans,10.0' textcolor rgb '#011c07' noenhanced front
set label 150 '·' at screen 0.23628, screen 0.15134 center font 'Noto Sans,10.0' textcolor rgb '#011c07' noenhanced front
set label 151 '0,7' at screen 0.27344, screen 0.15134 center font 'Noto Sans,10.0' textcolor rgb '#011c07' noenhanced front
set label 152 '2,7' at screen 0.31060, screen 0.15134 center font 'Noto Sans,10.0' textcolor rgb '#011c07' noenhanced front
set label 153 '5,6' at screen 0.34776, screen 0.15134 center font 'Noto Sans,10.0' textcolor rgb '#011c07' noenhanced front
set label 154 '4,0' at screen 0.38492, screen 0.15134 center font 'Noto Sans,10.0' textcolor rgb '#011c07' noenhanced front
set label 155 '6,7' at screen 0.42208, screen 0.15134 center font 'Noto Sans,10.0' textcolor rgb '#011c07' noenhanced front
set label 156 '4,7' at screen 0.45925, screen 0.15134 center font 'Noto Sans,10.0' textcolor rgb '#011c07' noenhanced front
set label 157 '3,6' at screen 0.49641, screen 0.15134 center font 'Noto Sans,10.0' textcolor rgb '#011c07' noenhanced front
set label 158 '1,7' at screen 0.53357, screen 0.15134 center font 'Noto Sans,10.0' textcolor rgb '#011c07' noenhanced front
set label 159 '2,6' at screen 0.57073, screen 0.15134 center font 'Noto Sans,10.0' textcolor rgb '#011c07' noenhanced front
set label 160 '4,2' at screen 0.60789, screen 0.15134 center font 'Noto Sans,10.0' textcolor rgb '#011c07' noenhanced front
set label 161 '4,5' at screen 0.64506, screen 0.15134 center font 'Noto Sans,10.0' textcolor rgb '#011c07' noenhanced front
set label 162 '4,6' at screen 0.68222, screen 0.15134 center font 'Noto Sans,10.0' textcolor rgb '#011c07' noenhanced front
set label 163 '3,0' at screen 0.71938, screen 0.15134 center font 'Noto Sans,10.0' textcolor rgb '#011c07' noenhanced front
set label 164 '4,9' at screen 0.75654, screen 0.15134 center font 'Noto Sans,10.0' textcolor rgb '#011c07' noenhanced front
set label 165 '4,3' at screen 0.79370, screen 0.15134 center font 'Noto Sans,10.0' textcolor rgb '#011c07' noenhanced front
set label 166 '5,9' at screen 0.83086, screen 0.15134 center font 'Noto Sans,10.0' textcolor rgb '#011c07' noenhanced front
set label 167 '6,4' at screen 0.86803, screen 0.15134 center font 'Noto Sans,10.0' textcolor rgb '#011c07' noenhanced front
set label 168 '4,7' at screen 0.90519, screen 0.15134 center font 'Noto Sans,10.0' textcolor rgb '#011c07' noenhanced front
set label 169 '3,2' at screen 0.94235, screen 0.15134 center font 'Noto Sans,10.0' textcolor rgb '#011c07' noenhanced front
set label 170 'Thứ Hai' at screen 0.06147, screen 0.77203 right font 'Noto Sans,11.5' textcolor rgb '#010107' noenhanced front
set label 171 '179' at screen 0.96959, screen 0.77203 left font 'Noto Sans:Bold,11.5' textcolor rgb '#010107' noenhanced front
set label 172 'Thứ Ba' at screen 0.06147, screen 0.66858 right font 'Noto Sans,11.5' textcolor rgb '#010107' noenhanced front
set label 173 '182' at screen 0.96959, screen 0.66858 left font 'Noto Sans:Bold,11.5' textcolor rgb '#010107' noenhanced front
set label 174 'Thứ Tư' at screen 0.06147, screen 0.56513 right font 'Noto Sans,11.5' textcolor rgb '#010107' noenhanced front
set label 175 '167' at screen 0.96959, screen 0.56513 left font 'Noto Sans:Bold,11.5' textcolor rgb '#010107' noenhanced front
set label 176 'Thứ Năm' at screen 0.06147, screen 0.46169 right font 'Noto Sans,11.5' textcolor rgb '#010107' noenhanced front
set label 177 '174' at screen 0.96959, screen 0.46169 left font 'Noto Sans:Bold,11.5' textcolor rgb '#010107' noenhanced front
set label 178 'Thứ Sáu' at screen 0.06147, screen 0.35824 right font 'Noto Sans,11.5' textcolor rgb '#010107' noenhanced front
set label 179 '180' at screen 0.96959, screen 0.35824 left font 'Noto Sans:Bold,11.5' textcolor rgb '#010107' noenhanced front
set label 180 'Thứ Bảy' at screen 0.06147, screen 0.25479 right font 'Noto Sans,11.5' textcolor rgb '#010107' noenhanced front
set label 181 '77' at screen 0.96959, screen 0.25479 left font 'Noto Sans:Bold,11.5' textcolor rgb '#010107' noenhanced front
set label 182 'Chủ Nhật' at screen 0.06147, screen 0.15134 right font 'Noto Sans,11.5' textcolor rgb '#010107' noenhanced front
set label 183 '82' at screen 0.96959, screen 0.15134 left font 'Noto Sans:Bold,11.5' textcolor rgb '#010107' noenhanced front
set label 184 '0' at screen 0.08763, screen 0.05364 center font 'Noto Sans,10.5' textcolor rgb '#010207' noenhanced front
set label 185 '1' at screen 0.12479, screen 0.05364 center font 'Noto Sans,10.5' textcolor rgb '#010207' noenhanced front
set label 186 '2' at screen 0.16195, screen 0.05364 center font 'Noto Sans,10.5' textcolor rgb '#010207' noenhanced front
set label 187 '3' at screen 0.19911, screen 0.05364 center font 'Noto Sans,10.5' textcolor rgb '#010207' noenhanced front
set label 188 '4' at screen 0.23628, screen 0.05364 center font 'Noto Sans,10.5' textcolor rgb '#010207' noenhanced front
set label 189 '5' at screen 0.27344, screen 0.05364 center font 'Noto Sans,10.5' textcolor rgb '#010207' noenhanced front
set label 190 '6' at screen 0.31060, screen 0.05364 center font 'Noto Sans,10.5' textcolor rgb '#010207' noenhanced front
set label 191 '7' at screen 0.34776, screen 0.05364 center font 'Noto Sans,10.5' textcolor rgb '#010207' noenhanced front
set label 192 '8' at screen 0.38492, screen 0.05364 center font 'Noto Sans,10.5' textcolor rgb '#010207' noenhanced front
set label 193 '9' at screen 0.42208, screen 0.05364 center font 'Noto Sans,10.5' textcolor rgb '#010207' noenhanced front
set label 194 '10' at screen 0.45925, screen 0.05364 center font 'Noto Sans,10.5' textcolor rgb '#010207' noenhanced front
set label 195 '11' at screen 0.49641, screen 0.05364 center font 'Noto Sans,10.5' textcolor rgb '#010207' noenhanced front
set label 196 '12' at screen 0.53357, screen 0.05364 center font 'Noto Sans,10.5' textcolor rgb '#010207' noenhanced front
set label 197 '13' at screen 0.57073, screen 0.05364 center font 'Noto Sans,10.5' textcolor rgb '#010207' noenhanced front
set label 198 '14' at screen 0.60789, screen 0.05364 center font 'Noto Sans,10.5' textcolor rgb '#010207' noenhanced front
set label 199 '15' at screen 0.64506, screen 0.05364 center font 'Noto Sans,10.5' textcolor rgb '#010207' noenhanced front
set label 200 '16' at screen 0.68222, screen 0.05364 center font 'Noto Sans,10.5' textcolor rgb '#010207' noenhanced front
set label 201 '17' at screen 0.71938, screen 0.05364 center font 'Noto Sans,10.5' textcolor rgb '#010207' noenhanced front
set label 202 '18' at screen 0.75654, screen 0.05364 center font 'Noto Sans,10.5' textcolor rgb '#010207' noenhanced front
set label 203 '19' at screen 0.79370, screen 0.05364 center font 'Noto Sans,10.5' textcolor rgb '#010207' noenhanced front
set label 204 '20' at screen 0.83086, screen 0.05364 center font 'Noto Sans,10.5' textcolor rgb '#010207' noenhanced front
set label 205 '21' at screen 0.86803, screen 0.05364 center font 'Noto Sans,10.5' textcolor rgb '#010207' noenhanced front
set label 206 '22' at screen 0.90519, screen 0.05364 center font 'Noto Sans,10.5' textcolor rgb '#010207' noenhanced front
set label 207 '23' at screen 0.94235, screen 0.05364 center font 'Noto Sans,10.5' textcolor rgb '#010207' noenhanced front
set label 208 'giờ' at screen 0.06147, screen 0.05364 right font 'Noto Sans,10.5' textcolor rgb '#010207' noenhanced front
set label 209 'lượt/ngày' at screen 0.99784, screen 0.86207 right font 'Noto Sans,10.5' textcolor rgb '#010207' noenhanced front
set label 210 '0' at screen 0.07121, screen 0.86207 left font 'Noto Sans,10.5' textcolor rgb '#010207' noenhanced front
set object 2 rectangle from screen 0.08420, screen 0.84291 to screen 0.09935, screen 0.88506 front fillcolor rgb '#011507' fillstyle solid 1 noborder
set object 3 rectangle from screen 0.09935, screen 0.84291 to screen 0.11450, screen 0.88506 front fillcolor rgb '#011607' fillstyle solid 1 noborder
set object 4 rectangle from screen 0.11450, screen 0.84291 to screen 0.12965, screen 0.88506 front fillcolor rgb '#011707' fillstyle solid 1 noborder
set object 5 rectangle from screen 0.12965, screen 0.84291 to screen 0.14481, screen 0.88506 front fillcolor rgb '#011807' fillstyle solid 1 noborder
set object 6 rectangle from screen 0.14481, screen 0.84291 to screen 0.15996, screen 0.88506 front fillcolor rgb '#011907' fillstyle solid 1 noborder
set object 7 rectangle from screen 0.15996, screen 0.84291 to screen 0.17511, screen 0.88506 front fillcolor rgb '#011a07' fillstyle solid 1 noborder
set object 8 rectangle from screen 0.17511, screen 0.84291 to screen 0.19026, screen 0.88506 front fillcolor rgb '#011b07' fillstyle solid 1 noborder
set object 9 rectangle from screen 0.08420, screen 0.84291 to screen 0.19026, screen 0.88506 front fillstyle empty border linecolor rgb '#010407' linewidth 0.5
set label 211 '22' at screen 0.19675, screen 0.86207 left font 'Noto Sans,10.5' textcolor rgb '#010207' noenhanced front
set object 10 rectangle from screen 0.32918, screen 0.30651 to screen 0.51499, screen 0.82375 front fillstyle empty border linecolor rgb '#010b07' linewidth 1.8
set object 11 rectangle from screen 0.55215, screen 0.30651 to screen 0.70080, screen 0.82375 front fillstyle empty border linecolor rgb '#010b07' linewidth 1.8
$CELLS << END
0.000	0.000	-0.471	0.471	-0.463	0.463	178176
1.000	0.000	0.529	1.471	-0.463	0.463	176129
2.000	0.000	1.529	2.471	-0.463	0.463	176130
3.000	0.000	2.529	3.471	-0.463	0.463	176131
4.000	0.000	3.529	4.471	-0.463	0.463	174084
5.000	0.000	4.529	5.471	-0.463	0.463	176133
6.000	0.000	5.529	6.471	-0.463	0.463	178182
7.000	0.000	6.529	7.471	-0.463	0.463	182279
8.000	0.000	7.529	8.471	-0.463	0.463	186376
9.000	0.000	8.529	9.471	-0.463	0.463	186377
10.000	0.000	9.529	10.471	-0.463	0.463	184330
11.000	0.000	10.529	11.471	-0.463	0.463	182283
12.000	0.000	11.529	12.471	-0.463	0.463	180236
13.000	0.000	12.529	13.471	-0.463	0.463	182285
14.000	0.000	13.529	14.471	-0.463	0.463	184334
15.000	0.000	14.529	15.471	-0.463	0.463	186383
16.000	0.000	15.529	16.471	-0.463	0.463	184336
17.000	0.000	16.529	17.471	-0.463	0.463	182289
18.000	0.000	17.529	18.471	-0.463	0.463	180242
19.000	0.000	18.529	19.471	-0.463	0.463	180243
20.000	0.000	19.529	20.471	-0.463	0.463	180244
21.000	0.000	20.529	21.471	-0.463	0.463	180245
22.000	0.000	21.529	22.471	-0.463	0.463	178198
23.000	0.000	22.529	23.471	-0.463	0.463	178199
0.000	1.000	-0.471	0.471	0.537	1.463	178200
1.000	1.000	0.529	1.471	0.537	1.463	176153
2.000	1.000	1.529	2.471	0.537	1.463	176154
3.000	1.000	2.529	3.471	0.537	1.463	174107
4.000	1.000	3.529	4.471	0.537	1.463	176156
5.000	1.000	4.529	5.471	0.537	1.463	176157
6.000	1.000	5.529	6.471	0.537	1.463	178206
7.000	1.000	6.529	7.471	0.537	1.463	182303
8.000	1.000	7.529	8.471	0.537	1.463	186400
9.000	1.000	8.529	9.471	0.537	1.463	186401
10.000	1.000	9.529	10.471	0.537	1.463	186402
11.000	1.000	10.529	11.471	0.537	1.463	182307
12.000	1.000	11.529	12.471	0.537	1.463	180260
13.000	1.000	12.529	13.471	0.537	1.463	182309
14.000	1.000	13.529	14.471	0.537	1.463	184358
15.000	1.000	14.529	15.471	0.537	1.463	186407
16.000	1.000	15.529	16.471	0.537	1.463	184360
17.000	1.000	16.529	17.471	0.537	1.463	182313
18.000	1.000	17.529	18.471	0.537	1.463	180266
19.000	1.000	18.529	19.471	0.537	1.463	178219
20.000	1.000	19.529	20.471	0.537	1.463	180268
21.000	1.000	20.529	21.471	0.537	1.463	180269
22.000	1.000	21.529	22.471	0.537	1.463	180270
23.000	1.000	22.529	23.471	0.537	1.463	178223
0.000	2.000	-0.471	0.471	1.537	2.463	178224
1.000	2.000	0.529	1.471	1.537	2.463	176177
2.000	2.000	1.529	2.471	1.537	2.463	176178
3.000	2.000	2.529	3.471	1.537	2.463	174131
4.000	2.000	3.529	4.471	1.537	2.463	174132
5.000	2.000	4.529	5.471	1.537	2.463	176181
6.000	2.000	5.529	6.471	1.537	2.463	178230
7.000	2.000	6.529	7.471	1.537	2.463	180279
8.000	2.000	7.529	8.471	1.537	2.463	186424
9.000	2.000	8.529	9.471	1.537	2.463	184377
10.000	2.000	9.529	10.471	1.537	2.463	184378
11.000	2.000	10.529	11.471	1.537	2.463	182331
12.000	2.000	11.529	12.471	1.537	2.463	178236
13.000	2.000	12.529	13.471	1.537	2.463	182333
14.000	2.000	13.529	14.471	1.537	2.463	184382
15.000	2.000	14.529	15.471	1.537	2.463	184383
16.000	2.000	15.529	16.471	1.537	2.463	184384
17.000	2.000	16.529	17.471	1.537	2.463	182337
18.000	2.000	17.529	18.471	1.537	2.463	180290
19.000	2.000	18.529	19.471	1.537	2.463	180291
20.000	2.000	19.529	20.471	1.537	2.463	180292
21.000	2.000	20.529	21.471	1.537	2.463	180293
22.000	2.000	21.529	22.471	1.537	2.463	180294
23.000	2.000	22.529	23.471	1.537	2.463	178247
0.000	3.000	-0.471	0.471	2.537	3.463	178248
1.000	3.000	0.529	1.471	2.537	3.463	176201
2.000	3.000	1.529	2.471	2.537	3.463	176202
3.000	3.000	2.529	3.471	2.537	3.463	174155
4.000	3.000	3.529	4.471	2.537	3.463	174156
5.000	3.000	4.529	5.471	2.537	3.463	176205
6.000	3.000	5.529	6.471	2.537	3.463	178254
7.000	3.000	6.529	7.471	2.537	3.463	180303
8.000	3.000	7.529	8.471	2.537	3.463	184400
9.000	3.000	8.529	9.471	2.537	3.463	186449
10.000	3.000	9.529	10.471	2.537	3.463	186450
11.000	3.000	10.529	11.471	2.537	3.463	182355
12.000	3.000	11.529	12.471	2.537	3.463	178260
13.000	3.000	12.529	13.471	2.537	3.463	182357
14.000	3.000	13.529	14.471	2.537	3.463	186454
15.000	3.000	14.529	15.471	2.537	3.463	186455
16.000	3.000	15.529	16.471	2.537	3.463	184408
17.000	3.000	16.529	17.471	2.537	3.463	182361
18.000	3.000	17.529	18.471	2.537	3.463	180314
19.000	3.000	18.529	19.471	2.537	3.463	180315
20.000	3.000	19.529	20.471	2.537	3.463	180316
21.000	3.000	20.529	21.471	2.537	3.463	180317
22.000	3.000	21.529	22.471	2.537	3.463	178270
23.000	3.000	22.529	23.471	2.537	3.463	178271
0.000	4.000	-0.471	0.471	3.537	4.463	178272
1.000	4.000	0.529	1.471	3.537	4.463	176225
2.000	4.000	1.529	2.471	3.537	4.463	176226
3.000	4.000	2.529	3.471	3.537	4.463	174179
4.000	4.000	3.529	4.471	3.537	4.463	174180
5.000	4.000	4.529	5.471	3.537	4.463	176229
6.000	4.000	5.529	6.471	3.537	4.463	178278
7.000	4.000	6.529	7.471	3.537	4.463	180327
8.000	4.000	7.529	8.471	3.537	4.463	186472
9.000	4.000	8.529	9.471	3.537	4.463	186473
10.000	4.000	9.529	10.471	3.537	4.463	184426
11.000	4.000	10.529	11.471	3.537	4.463	184427
12.000	4.000	11.529	12.471	3.537	4.463	180332
13.000	4.000	12.529	13.471	3.537	4.463	182381
14.000	4.000	13.529	14.471	3.537	4.463	184430
15.000	4.000	14.529	15.471	3.537	4.463	184431
16.000	4.000	15.529	16.471	3.537	4.463	184432
17.000	4.000	16.529	17.471	3.537	4.463	184433
18.000	4.000	17.529	18.471	3.537	4.463	180338
19.000	4.000	18.529	19.471	3.537	4.463	180339
20.000	4.000	19.529	20.471	3.537	4.463	180340
21.000	4.000	20.529	21.471	3.537	4.463	180341
22.000	4.000	21.529	22.471	3.537	4.463	180342
23.000	4.000	22.529	23.471	3.537	4.463	178295
0.000	5.000	-0.471	0.471	4.537	5.463	178296
1.000	5.000	0.529	1.471	4.537	5.463	176249
2.000	5.000	1.529	2.471	4.537	5.463	174202
3.000	5.000	2.529	3.471	4.537	5.463	174203
4.000	5.000	3.529	4.471	4.537	5.463	174204
5.000	5.000	4.529	5.471	4.537	5.463	176253
6.000	5.000	5.529	6.471	4.537	5.463	178302
7.000	5.000	6.529	7.471	4.537	5.463	180351
8.000	5.000	7.529	8.471	4.537	5.463	180352
9.000	5.000	8.529	9.471	4.537	5.463	180353
10.000	5.000	9.529	10.471	4.537	5.463	180354
11.000	5.000	10.529	11.471	4.537	5.463	178307
12.000	5.000	11.529	12.471	4.537	5.463	176260
13.000	5.000	12.529	13.471	4.537	5.463	178309
14.000	5.000	13.529	14.471	4.537	5.463	178310
15.000	5.000	14.529	15.471	4.537	5.463	178311
16.000	5.000	15.529	16.471	4.537	5.463	180360
17.000	5.000	16.529	17.471	4.537	5.463	178313
18.000	5.000	17.529	18.471	4.537	5.463	180362
19.000	5.000	18.529	19.471	4.537	5.463	178315
20.000	5.000	19.529	20.471	4.537	5.463	180364
21.000	5.000	20.529	21.471	4.537	5.463	180365
22.000	5.000	21.529	22.471	4.537	5.463	178318
23.000	5.000	22.529	23.471	4.537	5.463	178319
0.000	6.000	-0.471	0.471	5.537	6.463	178320
1.000	6.000	0.529	1.471	5.537	6.463	176273
2.000	6.000	1.529	2.471	5.537	6.463	174226
3.000	6.000	2.529	3.471	5.537	6.463	174227
4.000	6.000	3.529	4.471	5.537	6.463	174228
5.000	6.000	4.529	5.471	5.537	6.463	176277
6.000	6.000	5.529	6.471	5.537	6.463	178326
7.000	6.000	6.529	7.471	5.537	6.463	180375
8.000	6.000	7.529	8.471	5.537	6.463	178328
9.000	6.000	8.529	9.471	5.537	6.463	180377
10.000	6.000	9.529	10.471	5.537	6.463	180378
11.000	6.000	10.529	11.471	5.537	6.463	178331
12.000	6.000	11.529	12.471	5.537	6.463	176284
13.000	6.000	12.529	13.471	5.537	6.463	178333
14.000	6.000	13.529	14.471	5.537	6.463	180382
15.000	6.000	14.529	15.471	5.537	6.463	180383
16.000	6.000	15.529	16.471	5.537	6.463	180384
17.000	6.000	16.529	17.471	5.537	6.463	178337
18.000	6.000	17.529	18.471	5.537	6.463	180386
19.000	6.000	18.529	19.471	5.537	6.463	180387
20.000	6.000	19.529	20.471	5.537	6.463	180388
21.000	6.000	20.529	21.471	5.537	6.463	180389
22.000	6.000	21.529	22.471	5.537	6.463	180390
23.000	6.000	22.529	23.471	5.537	6.463	178343
END
plot $CELLS using 1:2:3:4:5:6:7 with boxxyerror linecolor rgb variable
unset output
