# What gnuplot writes in its ways, for tests/unit/t_svg.c
set terminal svg size 480,300 dynamic noenhanced rounded font 'Noto Sans,12' name 'finish' background '#010007'
set output 'finish.svg'
set encoding utf8
unset key
unset border
set tics scale 0
unset xtics
unset ytics
set xrange [0:8]
set yrange [0:10]
set style fill solid 1 noborder
$BARS << END
1	4	0.4	131072
2	7	0.4	131073
3	0	0.4	131074
4	5	0.4	133123
END
$LINE << END
1	5.5
2	8
4	6
END
set object 1 rectangle from first 4.5, first 0 to first 5.5, first 10 behind fillcolor rgb '#010507' fillstyle solid noborder
set object 2 rectangle from first 6, first 0 to first 7, first 6 front fillstyle transparent pattern 4 noborder fillcolor rgb '#011207'
set arrow 1 from first 0, first 5 to first 8, first 5 nohead linecolor rgb '#010307' linewidth 0.5 dashtype 2 back
set label 1 'Lượt truy cập <b>&amp;&lt;' at first 0.2, first 9.5 left noenhanced font 'Noto Sans:Bold,14' textcolor rgb '#010107'
set label 2 'giờ' at first 7.5, first 3 center rotate by 90 noenhanced textcolor rgb '#010207'
set label 3 '1.234' at first 2, first 9 center noenhanced font 'Noto Sans:Italic,11' textcolor rgb '#1b2733'
plot $BARS using 1:2:3:4 with boxes linecolor rgb variable, $LINE using 1:2 with linespoints linecolor rgb '#010a07' linewidth 2 pointtype 7 pointsize 0.5, $LINE using 1:($2-1) with points linecolor rgb '#010b07' pointtype 8, $LINE using 1:($2-2) with points linecolor rgb '#010b07' pointtype 6
