set terminal pngcairo size 920,644 noenhanced rounded font 'Noto Sans,12' fontscale 1.5 linewidth 2 pointscale 2 background '#12181f'
set output 'shares.png'
set encoding utf8
reset
unset key
set border 0
set tics scale 0
unset xtics
unset ytics
set style fill solid 1 noborder
set datafile separator '\t'
set object 1 rectangle from screen 0.03913, screen 0.77795 to screen 0.06739, screen 0.81211 front fillcolor rgb '#569fdb' fillstyle solid 1 noborder
set label 1 'People 58.6%' at screen 0.08261, screen 0.79503 left font 'Noto Sans,11.0' textcolor rgb '#9fadba' noenhanced front
set object 2 rectangle from screen 0.28565, screen 0.77795 to screen 0.31391, screen 0.81211 front fillcolor rgb '#5d6d7c' fillstyle solid 1 noborder
set label 2 'Robots 39.5%' at screen 0.32913, screen 0.79503 left font 'Noto Sans,11.0' textcolor rgb '#9fadba' noenhanced front
set object 3 rectangle from screen 0.53478, screen 0.77795 to screen 0.56304, screen 0.81211 front fillcolor rgb '#1d2731' fillstyle solid 1 noborder
set object 4 rectangle from screen 0.53478, screen 0.77795 to screen 0.56304, screen 0.81211 front fillstyle empty border linecolor rgb '#6c7985' linewidth 0.7
set label 3 'Others 1.9%' at screen 0.57826, screen 0.79503 left font 'Noto Sans,11.0' textcolor rgb '#9fadba' noenhanced front
set object 5 rectangle from screen 0.76609, screen 0.77795 to screen 0.79435, screen 0.81211 front fillcolor rgb '#8794a1' fillstyle transparent pattern 5 noborder
set object 6 rectangle from screen 0.76609, screen 0.77795 to screen 0.79435, screen 0.81211 front fillstyle empty border linecolor rgb '#6c7985' linewidth 0.7
set label 4 'Log missing' at screen 0.80957, screen 0.79503 left font 'Noto Sans,11.0' textcolor rgb '#9fadba' noenhanced front
set label 5 'Whose requests' at screen 0.03913, screen 0.93012 left font 'Noto Sans:Bold,16.0' textcolor rgb '#e8edf2' noenhanced front
set label 6 '4,118 visits, 10,835 page views; 137 visits a day on average' at screen 0.03913, screen 0.87112 left font 'Noto Sans,12.0' textcolor rgb '#9fadba' noenhanced front
set label 7 'Source: web server logs; sample figures' at screen 0.03913, screen 0.04348 left font 'Noto Sans,9.5' textcolor rgb '#9fadba' noenhanced front
set lmargin at screen 0.13913
set rmargin at screen 0.95652
set tmargin at screen 0.72360
set bmargin at screen 0.19565
set xrange [0.500:30.500]
set yrange [0.000:1000.000]
set object 7 rectangle from screen 0.38435, screen 0.19565 to screen 0.43884, screen 0.72360 behind fillcolor rgb '#8794a1' fillstyle transparent pattern 5 noborder
set arrow 1 from screen 0.13913, screen 0.19565 to screen 0.95652, screen 0.19565 nohead linewidth 1.0 linecolor rgb '#6c7985' back
set label 8 '0%' at screen 0.12391, screen 0.19565 right font 'Noto Sans,11.0' textcolor rgb '#9fadba' noenhanced front
set arrow 2 from screen 0.13913, screen 0.32764 to screen 0.95652, screen 0.32764 nohead linewidth 1.0 linecolor rgb '#27313b' back
set label 9 '25%' at screen 0.12391, screen 0.32764 right font 'Noto Sans,11.0' textcolor rgb '#9fadba' noenhanced front
set arrow 3 from screen 0.13913, screen 0.45963 to screen 0.95652, screen 0.45963 nohead linewidth 1.0 linecolor rgb '#27313b' back
set label 10 '50%' at screen 0.12391, screen 0.45963 right font 'Noto Sans,11.0' textcolor rgb '#9fadba' noenhanced front
set arrow 4 from screen 0.13913, screen 0.59161 to screen 0.95652, screen 0.59161 nohead linewidth 1.0 linecolor rgb '#27313b' back
set label 11 '75%' at screen 0.12391, screen 0.59161 right font 'Noto Sans,11.0' textcolor rgb '#9fadba' noenhanced front
set arrow 5 from screen 0.13913, screen 0.72360 to screen 0.95652, screen 0.72360 nohead linewidth 1.0 linecolor rgb '#27313b' back
set label 12 '100%' at screen 0.12391, screen 0.72360 right font 'Noto Sans,11.0' textcolor rgb '#9fadba' noenhanced front
set label 13 '1' at screen 0.15275, screen 0.15839 center font 'Noto Sans,11.0' textcolor rgb '#9fadba' noenhanced front
set label 14 '5' at screen 0.26174, screen 0.15839 center font 'Noto Sans,11.0' textcolor rgb '#9fadba' noenhanced front
set label 15 '10' at screen 0.39797, screen 0.15839 center font 'Noto Sans,11.0' textcolor rgb '#9fadba' noenhanced front
set label 16 '15' at screen 0.53420, screen 0.15839 center font 'Noto Sans,11.0' textcolor rgb '#9fadba' noenhanced front
set label 17 '20' at screen 0.67043, screen 0.15839 center font 'Noto Sans,11.0' textcolor rgb '#9fadba' noenhanced front
set label 18 '25' at screen 0.80667, screen 0.15839 center font 'Noto Sans,11.0' textcolor rgb '#9fadba' noenhanced front
set label 19 '30' at screen 0.94290, screen 0.15839 center font 'Noto Sans,11.0' textcolor rgb '#9fadba' noenhanced front
$BANDS << END
1.000	286.060	0.590	1.410	0.000	572.120	5677019
1.000	779.710	0.590	1.410	572.120	987.300	6122876
1.000	993.650	0.590	1.410	987.300	1000.000	1910577
2.000	300.034	1.590	2.410	0.000	600.068	5677019
2.000	794.068	1.590	2.410	600.068	988.067	6122876
2.000	994.033	1.590	2.410	988.067	1000.000	1910577
3.000	252.952	2.590	3.410	0.000	505.904	5677019
3.000	739.590	2.590	3.410	505.904	973.275	6122876
3.000	986.638	2.590	3.410	973.275	1000.000	1910577
4.000	249.609	3.590	4.410	0.000	499.218	5677019
4.000	728.873	3.590	4.410	499.218	958.529	6122876
4.000	979.264	3.590	4.410	958.529	1000.000	1910577
5.000	319.188	4.590	5.410	0.000	638.375	5677019
5.000	812.840	4.590	5.410	638.375	987.305	6122876
5.000	993.653	4.590	5.410	987.305	1000.000	1910577
6.000	315.789	5.590	6.410	0.000	631.579	5677019
6.000	805.116	5.590	6.410	631.579	978.653	6122876
6.000	989.326	5.590	6.410	978.653	1000.000	1910577
7.000	299.926	6.590	7.410	0.000	599.853	5677019
7.000	792.741	6.590	7.410	599.853	985.630	6122876
7.000	992.815	6.590	7.410	985.630	1000.000	1910577
8.000	297.869	7.590	8.410	0.000	595.737	5677019
8.000	784.766	7.590	8.410	595.737	973.795	6122876
8.000	986.897	7.590	8.410	973.795	1000.000	1910577
9.000	318.182	8.590	9.410	0.000	636.364	5677019
9.000	813.486	8.590	9.410	636.364	990.609	6122876
9.000	995.304	8.590	9.410	990.609	1000.000	1910577
12.000	304.586	11.590	12.410	0.000	609.171	5677019
12.000	791.005	11.590	12.410	609.171	972.840	6122876
12.000	986.420	11.590	12.410	972.840	1000.000	1910577
13.000	313.472	12.590	13.410	0.000	626.943	5677019
13.000	802.936	12.590	13.410	626.943	978.929	6122876
13.000	989.465	12.590	13.410	978.929	1000.000	1910577
14.000	317.413	13.590	14.410	0.000	634.826	5677019
14.000	811.277	13.590	14.410	634.826	987.728	6122876
14.000	993.864	13.590	14.410	987.728	1000.000	1910577
15.000	281.762	14.590	15.410	0.000	563.525	5677019
15.000	777.152	14.590	15.410	563.525	990.779	6122876
15.000	995.389	14.590	15.410	990.779	1000.000	1910577
16.000	277.931	15.590	16.410	0.000	555.861	5677019
16.000	769.508	15.590	16.410	555.861	983.156	6122876
16.000	991.578	15.590	16.410	983.156	1000.000	1910577
17.000	223.904	16.590	17.410	0.000	447.808	5677019
17.000	708.246	16.590	17.410	447.808	968.685	6122876
17.000	984.342	16.590	17.410	968.685	1000.000	1910577
18.000	252.384	17.590	18.410	0.000	504.768	5677019
18.000	738.677	17.590	18.410	504.768	972.586	6122876
18.000	986.293	17.590	18.410	972.586	1000.000	1910577
19.000	308.547	18.590	19.410	0.000	617.093	5677019
19.000	793.675	18.590	19.410	617.093	970.256	6122876
19.000	985.128	18.590	19.410	970.256	1000.000	1910577
20.000	279.426	19.590	20.410	0.000	558.851	5677019
20.000	768.381	19.590	20.410	558.851	977.911	6122876
20.000	988.956	19.590	20.410	977.911	1000.000	1910577
END
plot $BANDS using 1:2:3:4:5:6:7 with boxxyerror linecolor rgb variable
unset output
