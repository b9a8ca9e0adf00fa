set terminal svg size 924,300 dynamic noenhanced rounded font 'Noto Sans,12' name 'ranks'
set output 'ranks.svg'
set encoding utf8
reset
unset key
set border 0
set tics scale 0
unset xtics
unset ytics
set style fill solid 1 noborder
set datafile separator '\t'
set object 1 rectangle from screen 0.00216, screen 0.95167 to screen 0.01623, screen 0.98833 front fillcolor rgb '#010e07' fillstyle solid 1 noborder
set object 2 rectangle from screen 0.00216, screen 0.95167 to screen 0.01623, screen 0.98833 front fillstyle empty border linecolor rgb '#010407' linewidth 0.7
set label 1 'Số đơn vị được xếp hạng' at screen 0.02381, screen 0.97000 left font 'Noto Sans,11.0' textcolor rgb '#010207' noenhanced front
set lmargin at screen 0.00000
set rmargin at screen 1.00000
set tmargin at screen 0.92000
set bmargin at screen 0.00667
set label 2 'Cải cách hành chính' at screen 0.00216, screen 0.89333 left font 'Noto Sans:Bold,13.0' textcolor rgb '#010807' noenhanced front
set arrow 1 from screen 0.02814, screen 0.76912 to screen 0.39491, screen 0.76912 nohead linewidth 1.0 linecolor rgb '#010307' back
set label 3 '1' at screen 0.02165, screen 0.76912 right font 'Noto Sans,11.0' textcolor rgb '#010207' noenhanced front
set arrow 2 from screen 0.02814, screen 0.13754 to screen 0.39491, screen 0.13754 nohead linewidth 1.0 linecolor rgb '#010307' back
set label 4 '19' at screen 0.02165, screen 0.13754 right font 'Noto Sans,11.0' textcolor rgb '#010207' noenhanced front
set arrow 3 from screen 0.02814, screen 0.45333 to screen 0.39491, screen 0.45333 nohead linewidth 1.0 linecolor rgb '#010307' back
set label 5 '10' at screen 0.02165, screen 0.45333 right font 'Noto Sans,11.0' textcolor rgb '#010207' noenhanced front
set object 3 rectangle from screen 0.05014, screen 0.12000 to screen 0.07949, screen 0.78667 behind fillcolor rgb '#010e07' fillstyle solid 1 noborder
set label 6 '2016' at screen 0.06482, screen 0.07667 center font 'Noto Sans,11.5' textcolor rgb '#010107' noenhanced front
set label 7 '13/19' at screen 0.06482, screen 0.29807 center font 'Noto Sans:Bold,12.5' textcolor rgb '#010807' noenhanced front
set object 4 rectangle from screen 0.12350, screen 0.12000 to screen 0.15284, screen 0.78667 behind fillcolor rgb '#010e07' fillstyle solid 1 noborder
set label 8 '2017' at screen 0.13817, screen 0.07667 center font 'Noto Sans,11.5' textcolor rgb '#010107' noenhanced front
set label 9 '12/19' at screen 0.13817, screen 0.43316 center font 'Noto Sans:Bold,12.5' textcolor rgb '#010807' noenhanced front
set object 5 rectangle from screen 0.19685, screen 0.12000 to screen 0.22619, screen 0.78667 behind fillcolor rgb '#010e07' fillstyle solid 1 noborder
set label 10 '2018' at screen 0.21152, screen 0.07667 center font 'Noto Sans,11.5' textcolor rgb '#010107' noenhanced front
set label 11 '14/19' at screen 0.21152, screen 0.26298 center font 'Noto Sans:Bold,12.5' textcolor rgb '#010807' noenhanced front
set object 6 rectangle from screen 0.27021, screen 0.12000 to screen 0.29955, screen 0.78667 behind fillcolor rgb '#010e07' fillstyle solid 1 noborder
set label 12 '2019' at screen 0.28488, screen 0.07667 center font 'Noto Sans,11.5' textcolor rgb '#010107' noenhanced front
set label 13 '8/19' at screen 0.27622, screen 0.55351 right font 'Noto Sans:Bold,12.5' textcolor rgb '#010807' noenhanced front
set object 7 rectangle from screen 0.34356, screen 0.12000 to screen 0.37290, screen 0.78667 behind fillcolor rgb '#010e07' fillstyle solid 1 noborder
set label 14 '2020' at screen 0.35823, screen 0.07667 center font 'Noto Sans,11.5' textcolor rgb '#010107' noenhanced front
set label 15 '6/19' at screen 0.35823, screen 0.64368 center font 'Noto Sans:Bold,12.5' textcolor rgb '#010807' noenhanced front
$R0 << END
59.890	195.579
127.669	185.053
195.448	206.105
263.228	142.947
331.007	121.895
END
set label 16 'Chính quyền điện tử' at screen 0.42954, screen 0.89333 left font 'Noto Sans:Bold,13.0' textcolor rgb '#010b07' noenhanced front
set arrow 4 from screen 0.45552, screen 0.77217 to screen 0.65301, screen 0.77217 nohead linewidth 1.0 linecolor rgb '#010307' back
set label 17 '1' at screen 0.44902, screen 0.77217 right font 'Noto Sans,11.0' textcolor rgb '#010207' noenhanced front
set arrow 5 from screen 0.45552, screen 0.13449 to screen 0.65301, screen 0.13449 nohead linewidth 1.0 linecolor rgb '#010307' back
set label 18 '23' at screen 0.44902, screen 0.13449 right font 'Noto Sans,11.0' textcolor rgb '#010207' noenhanced front
set arrow 6 from screen 0.45552, screen 0.51130 to screen 0.65301, screen 0.51130 nohead linewidth 1.0 linecolor rgb '#010307' back
set label 19 '10' at screen 0.44902, screen 0.51130 right font 'Noto Sans,11.0' textcolor rgb '#010207' noenhanced front
set arrow 7 from screen 0.45552, screen 0.22145 to screen 0.65301, screen 0.22145 nohead linewidth 1.0 linecolor rgb '#010307' back
set label 20 '20' at screen 0.44902, screen 0.22145 right font 'Noto Sans,11.0' textcolor rgb '#010207' noenhanced front
set object 8 rectangle from screen 0.48541, screen 0.12000 to screen 0.52437, screen 0.78667 behind fillcolor rgb '#010e07' fillstyle solid 1 noborder
set label 21 '2019' at screen 0.50489, screen 0.07667 center font 'Noto Sans,11.5' textcolor rgb '#010107' noenhanced front
set label 22 '14/23' at screen 0.50489, screen 0.34536 center font 'Noto Sans:Bold,12.5' textcolor rgb '#010b07' noenhanced front
set object 9 rectangle from screen 0.58415, screen 0.12000 to screen 0.62312, screen 0.78667 behind fillcolor rgb '#010e07' fillstyle solid 1 noborder
set label 23 '2020' at screen 0.60363, screen 0.07667 center font 'Noto Sans,11.5' textcolor rgb '#010107' noenhanced front
set label 24 '5/23' at screen 0.60363, screen 0.70623 center font 'Noto Sans:Bold,12.5' textcolor rgb '#010b07' noenhanced front
$R1 << END
466.517	181.391
557.759	103.130
END
set label 25 'Năng lực cạnh tranh (DDCI)' at screen 0.68764, screen 0.89333 left font 'Noto Sans:Bold,13.0' textcolor rgb '#010c07' noenhanced front
set arrow 8 from screen 0.71361, screen 0.77686 to screen 0.96753, screen 0.77686 nohead linewidth 1.0 linecolor rgb '#010307' back
set label 26 '1' at screen 0.70712, screen 0.77686 right font 'Noto Sans,11.0' textcolor rgb '#010207' noenhanced front
set arrow 9 from screen 0.71361, screen 0.12980 to screen 0.96753, screen 0.12980 nohead linewidth 1.0 linecolor rgb '#010307' back
set label 27 '34' at screen 0.70712, screen 0.12980 right font 'Noto Sans,11.0' textcolor rgb '#010207' noenhanced front
set arrow 10 from screen 0.71361, screen 0.40431 to screen 0.96753, screen 0.40431 nohead linewidth 1.0 linecolor rgb '#010307' back
set label 28 '20' at screen 0.70712, screen 0.40431 right font 'Noto Sans,11.0' textcolor rgb '#010207' noenhanced front
set object 10 rectangle from screen 0.73901, screen 0.12000 to screen 0.77286, screen 0.78667 behind fillcolor rgb '#010e07' fillstyle solid 1 noborder
set label 29 '2018' at screen 0.75593, screen 0.07667 center font 'Noto Sans,11.5' textcolor rgb '#010107' noenhanced front
set label 30 '33/34' at screen 0.74728, screen 0.17941 right font 'Noto Sans:Bold,12.5' textcolor rgb '#010c07' noenhanced front
set object 11 rectangle from screen 0.82365, screen 0.12000 to screen 0.85750, screen 0.78667 behind fillcolor rgb '#010e07' fillstyle solid 1 noborder
set label 31 '2019' at screen 0.84057, screen 0.07667 center font 'Noto Sans,11.5' textcolor rgb '#010107' noenhanced front
set label 32 '23/34' at screen 0.83192, screen 0.37549 right font 'Noto Sans:Bold,12.5' textcolor rgb '#010c07' noenhanced front
set object 12 rectangle from screen 0.90828, screen 0.33569 to screen 0.94214, screen 0.78667 behind fillcolor rgb '#010e07' fillstyle solid 1 noborder
set label 33 '2020' at screen 0.92521, screen 0.07667 center font 'Noto Sans,11.5' textcolor rgb '#010107' noenhanced front
set label 34 '6/23' at screen 0.92521, screen 0.72882 center font 'Noto Sans:Bold,12.5' textcolor rgb '#010c07' noenhanced front
$R2 << END
698.483	255.176
776.690	196.353
854.897	96.353
END
set lmargin at screen 0.00000
set rmargin at screen 1.00000
set tmargin at screen 1.00000
set bmargin at screen 0.00000
set xrange [0.000:924.000]
set yrange [300.000:0.000]
plot $R0 using 1:2 with lines linewidth 2.6 linecolor rgb '#010807', $R0 using 1:2 with points pointtype 7 pointsize 1.3 linecolor rgb '#010007', $R0 using 1:2 with points pointtype 7 pointsize 0.95 linecolor rgb '#010807', $R1 using 1:2 with lines linewidth 2.6 linecolor rgb '#010b07', $R1 using 1:2 with points pointtype 7 pointsize 1.3 linecolor rgb '#010007', $R1 using 1:2 with points pointtype 7 pointsize 0.95 linecolor rgb '#010b07', $R2 using 1:2 with lines linewidth 2.6 linecolor rgb '#010c07', $R2 using 1:2 with points pointtype 7 pointsize 1.3 linecolor rgb '#010007', $R2 using 1:2 with points pointtype 7 pointsize 0.95 linecolor rgb '#010c07'
unset output
