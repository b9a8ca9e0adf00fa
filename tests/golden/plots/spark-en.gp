set terminal pngcairo size 320,72 noenhanced rounded font 'Noto Sans,12' fontscale 1.5 linewidth 2 pointscale 2 background '#12181f'
set output 'spark.png'
set encoding utf8
reset
unset key
set border 0
set tics scale 0
unset xtics
unset ytics
set style fill solid 1 noborder
set datafile separator '\t'
set lmargin at screen 0.01875
set rmargin at screen 0.96875
set tmargin at screen 0.88889
set bmargin at screen 0.08333
set xrange [0.500:13.500]
set yrange [0.000:4200.360]
$VALUES << END
1	310
2	420
3	560
4	610

6	720
7	905
8	1010
9	1180
10	1420
11	1120
12	2905
13	4118
END
$LAST << END
13	4118
END
plot $VALUES using 1:2 with filledcurves y1=0 linecolor rgb '#1f3d57', $VALUES using 1:2 with lines linewidth 1.6 linecolor rgb '#9ccdf3', $LAST using 1:2 with points pointtype 7 pointsize 0.5 linecolor rgb '#9ccdf3'
unset output
