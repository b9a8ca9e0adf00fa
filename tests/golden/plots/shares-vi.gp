set terminal svg size 924,240 dynamic noenhanced rounded font 'Noto Sans,12' name 'shares'
set output 'shares.svg'
set encoding utf8
reset
unset key
set border 0
set tics scale 0
unset xtics
unset ytics
set style fill solid 1 noborder
set datafile separator '\t'
set object 1 rectangle from screen 0.00216, screen 0.93958 to screen 0.01623, screen 0.98542 front fillcolor rgb '#010a07' fillstyle solid 1 noborder
set label 1 'Người dùng 57,2 %' at screen 0.02381, screen 0.96250 left font 'Noto Sans,11.0' textcolor rgb '#010207' noenhanced front
set object 2 rectangle from screen 0.15736, screen 0.93958 to screen 0.17143, screen 0.98542 front fillcolor rgb '#010907' fillstyle solid 1 noborder
set label 2 'Robot 40,9 %' at screen 0.17900, screen 0.96250 left font 'Noto Sans,11.0' textcolor rgb '#010207' noenhanced front
set object 3 rectangle from screen 0.27900, screen 0.93958 to screen 0.29307, screen 0.98542 front fillcolor rgb '#010e07' fillstyle solid 1 noborder
set object 4 rectangle from screen 0.27900, screen 0.93958 to screen 0.29307, screen 0.98542 front fillstyle empty border linecolor rgb '#010407' linewidth 0.7
set label 3 'Khác 1,9 %' at screen 0.30065, screen 0.96250 left font 'Noto Sans,11.0' textcolor rgb '#010207' noenhanced front
set lmargin at screen 0.05195
set rmargin at screen 0.99567
set tmargin at screen 0.86667
set bmargin at screen 0.15833
set xrange [0.500:30.500]
set yrange [0.000:1000.000]
set arrow 1 from screen 0.05195, screen 0.15833 to screen 0.99567, screen 0.15833 nohead linewidth 1.0 linecolor rgb '#010407' back
set label 4 '0 %' at screen 0.04437, screen 0.15833 right font 'Noto Sans,11.0' textcolor rgb '#010207' noenhanced front
set arrow 2 from screen 0.05195, screen 0.33542 to screen 0.99567, screen 0.33542 nohead linewidth 1.0 linecolor rgb '#010307' back
set label 5 '25 %' at screen 0.04437, screen 0.33542 right font 'Noto Sans,11.0' textcolor rgb '#010207' noenhanced front
set arrow 3 from screen 0.05195, screen 0.51250 to screen 0.99567, screen 0.51250 nohead linewidth 1.0 linecolor rgb '#010307' back
set label 6 '50 %' at screen 0.04437, screen 0.51250 right font 'Noto Sans,11.0' textcolor rgb '#010207' noenhanced front
set arrow 4 from screen 0.05195, screen 0.68958 to screen 0.99567, screen 0.68958 nohead linewidth 1.0 linecolor rgb '#010307' back
set label 7 '75 %' at screen 0.04437, screen 0.68958 right font 'Noto Sans,11.0' textcolor rgb '#010207' noenhanced front
set arrow 5 from screen 0.05195, screen 0.86667 to screen 0.99567, screen 0.86667 nohead linewidth 1.0 linecolor rgb '#010307' back
set label 8 '100 %' at screen 0.04437, screen 0.86667 right font 'Noto Sans,11.0' textcolor rgb '#010207' noenhanced front
set label 9 '1' at screen 0.06768, screen 0.10833 center font 'Noto Sans,11.0' textcolor rgb '#010107' noenhanced front
set label 10 'T5' at screen 0.06768, screen 0.04583 center font 'Noto Sans,9.5' textcolor rgb '#010207' noenhanced front
set label 11 '2' at screen 0.09913, screen 0.10833 center font 'Noto Sans,11.0' textcolor rgb '#010107' noenhanced front
set label 12 'T6' at screen 0.09913, screen 0.04583 center font 'Noto Sans,9.5' textcolor rgb '#010207' noenhanced front
set label 13 '3' at screen 0.13059, screen 0.10833 center font 'Noto Sans,11.0' textcolor rgb '#010207' noenhanced front
set label 14 'T7' at screen 0.13059, screen 0.04583 center font 'Noto Sans,9.5' textcolor rgb '#010207' noenhanced front
set label 15 '4' at screen 0.16205, screen 0.10833 center font 'Noto Sans,11.0' textcolor rgb '#010207' noenhanced front
set label 16 'CN' at screen 0.16205, screen 0.04583 center font 'Noto Sans,9.5' textcolor rgb '#010207' noenhanced front
set label 17 '5' at screen 0.19351, screen 0.10833 center font 'Noto Sans,11.0' textcolor rgb '#010107' noenhanced front
set label 18 'T2' at screen 0.19351, screen 0.04583 center font 'Noto Sans,9.5' textcolor rgb '#010207' noenhanced front
set label 19 '6' at screen 0.22496, screen 0.10833 center font 'Noto Sans,11.0' textcolor rgb '#010107' noenhanced front
set label 20 'T3' at screen 0.22496, screen 0.04583 center font 'Noto Sans,9.5' textcolor rgb '#010207' noenhanced front
set label 21 '7' at screen 0.25642, screen 0.10833 center font 'Noto Sans,11.0' textcolor rgb '#010107' noenhanced front
set label 22 'T4' at screen 0.25642, screen 0.04583 center font 'Noto Sans,9.5' textcolor rgb '#010207' noenhanced front
set label 23 '8' at screen 0.28788, screen 0.10833 center font 'Noto Sans,11.0' textcolor rgb '#010107' noenhanced front
set label 24 'T5' at screen 0.28788, screen 0.04583 center font 'Noto Sans,9.5' textcolor rgb '#010207' noenhanced front
set label 25 '9' at screen 0.31934, screen 0.10833 center font 'Noto Sans,11.0' textcolor rgb '#010107' noenhanced front
set label 26 'T6' at screen 0.31934, screen 0.04583 center font 'Noto Sans,9.5' textcolor rgb '#010207' noenhanced front
set label 27 '10' at screen 0.35079, screen 0.10833 center font 'Noto Sans,11.0' textcolor rgb '#010207' noenhanced front
set label 28 'T7' at screen 0.35079, screen 0.04583 center font 'Noto Sans,9.5' textcolor rgb '#010207' noenhanced front
set label 29 '11' at screen 0.38225, screen 0.10833 center font 'Noto Sans,11.0' textcolor rgb '#010207' noenhanced front
set label 30 'CN' at screen 0.38225, screen 0.04583 center font 'Noto Sans,9.5' textcolor rgb '#010207' noenhanced front
set label 31 '12' at screen 0.41371, screen 0.10833 center font 'Noto Sans,11.0' textcolor rgb '#010107' noenhanced front
set label 32 'T2' at screen 0.41371, screen 0.04583 center font 'Noto Sans,9.5' textcolor rgb '#010207' noenhanced front
set label 33 '13' at screen 0.44517, screen 0.10833 center font 'Noto Sans,11.0' textcolor rgb '#010107' noenhanced front
set label 34 'T3' at screen 0.44517, screen 0.04583 center font 'Noto Sans,9.5' textcolor rgb '#010207' noenhanced front
set label 35 '14' at screen 0.47662, screen 0.10833 center font 'Noto Sans,11.0' textcolor rgb '#010107' noenhanced front
set label 36 'T4' at screen 0.47662, screen 0.04583 center font 'Noto Sans,9.5' textcolor rgb '#010207' noenhanced front
set label 37 '15' at screen 0.50808, screen 0.10833 center font 'Noto Sans,11.0' textcolor rgb '#010107' noenhanced front
set label 38 'T5' at screen 0.50808, screen 0.04583 center font 'Noto Sans,9.5' textcolor rgb '#010207' noenhanced front
set label 39 '16' at screen 0.53954, screen 0.10833 center font 'Noto Sans,11.0' textcolor rgb '#010107' noenhanced front
set label 40 'T6' at screen 0.53954, screen 0.04583 center font 'Noto Sans,9.5' textcolor rgb '#010207' noenhanced front
set label 41 '17' at screen 0.57100, screen 0.10833 center font 'Noto Sans,11.0' textcolor rgb '#010207' noenhanced front
set label 42 'T7' at screen 0.57100, screen 0.04583 center font 'Noto Sans,9.5' textcolor rgb '#010207' noenhanced front
set label 43 '18' at screen 0.60245, screen 0.10833 center font 'Noto Sans,11.0' textcolor rgb '#010207' noenhanced front
set label 44 'CN' at screen 0.60245, screen 0.04583 center font 'Noto Sans,9.5' textcolor rgb '#010207' noenhanced front
set label 45 '19' at screen 0.63391, screen 0.10833 center font 'Noto Sans,11.0' textcolor rgb '#010107' noenhanced front
set label 46 'T2' at screen 0.63391, screen 0.04583 center font 'Noto Sans,9.5' textcolor rgb '#010207' noenhanced front
set label 47 '20' at screen 0.66537, screen 0.10833 center font 'Noto Sans,11.0' textcolor rgb '#010107' noenhanced front
set label 48 'T3' at screen 0.66537, screen 0.04583 center font 'Noto Sans,9.5' textcolor rgb '#010207' noenhanced front
set label 49 '21' at screen 0.69683, screen 0.10833 center font 'Noto Sans,11.0' textcolor rgb '#010107' noenhanced front
set label 50 'T4' at screen 0.69683, screen 0.04583 center font 'Noto Sans,9.5' textcolor rgb '#010207' noenhanced front
set label 51 '22' at screen 0.72828, screen 0.10833 center font 'Noto Sans,11.0' textcolor rgb '#010107' noenhanced front
set label 52 'T5' at screen 0.72828, screen 0.04583 center font 'Noto Sans,9.5' textcolor rgb '#010207' noenhanced front
set label 53 '23' at screen 0.75974, screen 0.10833 center font 'Noto Sans,11.0' textcolor rgb '#010107' noenhanced front
set label 54 'T6' at screen 0.75974, screen 0.04583 center font 'Noto Sans,9.5' textcolor rgb '#010207' noenhanced front
set label 55 '24' at screen 0.79120, screen 0.10833 center font 'Noto Sans,11.0' textcolor rgb '#010207' noenhanced front
set label 56 'T7' at screen 0.79120, screen 0.04583 center font 'Noto Sans,9.5' textcolor rgb '#010207' noenhanced front
set label 57 '25' at screen 0.82266, screen 0.10833 center font 'Noto Sans,11.0' textcolor rgb '#010207' noenhanced front
set label 58 'CN' at screen 0.82266, screen 0.04583 center font 'Noto Sans,9.5' textcolor rgb '#010207' noenhanced front
set label 59 '26' at screen 0.85411, screen 0.10833 center font 'Noto Sans,11.0' textcolor rgb '#010107' noenhanced front
set label 60 'T2' at screen 0.85411, screen 0.04583 center font 'Noto Sans,9.5' textcolor rgb '#010207' noenhanced front
set label 61 '27' at screen 0.88557, screen 0.10833 center font 'Noto Sans,11.0' textcolor rgb '#010107' noenhanced front
set label 62 'T3' at screen 0.88557, screen 0.04583 center font 'Noto Sans,9.5' textcolor rgb '#010207' noenhanced front
set label 63 '28' at screen 0.91703, screen 0.10833 center font 'Noto Sans,11.0' textcolor rgb '#010107' noenhanced front
set label 64 'T4' at screen 0.91703, screen 0.04583 center font 'Noto Sans,9.5' textcolor rgb '#010207' noenhanced front
set label 65 '29' at screen 0.94848, screen 0.10833 center font 'Noto Sans,11.0' textcolor rgb '#010107' noenhanced front
set label 66 'T5' at screen 0.94848, screen 0.04583 center font 'Noto Sans,9.5' textcolor rgb '#010207' noenhanced front
set label 67 '30' at screen 0.97994, screen 0.10833 center font 'Noto Sans,11.0' textcolor rgb '#010107' noenhanced front
set label 68 'T6' at screen 0.97994, screen 0.04583 center font 'Noto Sans,9.5' textcolor rgb '#010207' noenhanced front
$BANDS << END
1.000	286.060	0.590	1.410	0.000	572.120	151552
1.000	779.710	0.590	1.410	572.120	987.300	149505
1.000	993.650	0.590	1.410	987.300	1000.000	159746
2.000	300.034	1.590	2.410	0.000	600.068	151555
2.000	794.068	1.590	2.410	600.068	988.067	149508
2.000	994.033	1.590	2.410	988.067	1000.000	159749
3.000	252.952	2.590	3.410	0.000	505.904	151558
3.000	739.590	2.590	3.410	505.904	973.275	149511
3.000	986.638	2.590	3.410	973.275	1000.000	159752
4.000	249.609	3.590	4.410	0.000	499.218	151561
4.000	728.873	3.590	4.410	499.218	958.529	149514
4.000	979.264	3.590	4.410	958.529	1000.000	159755
5.000	319.188	4.590	5.410	0.000	638.375	151564
5.000	812.840	4.590	5.410	638.375	987.305	149517
5.000	993.653	4.590	5.410	987.305	1000.000	159758
6.000	315.789	5.590	6.410	0.000	631.579	151567
6.000	805.116	5.590	6.410	631.579	978.653	149520
6.000	989.326	5.590	6.410	978.653	1000.000	159761
7.000	299.926	6.590	7.410	0.000	599.853	151570
7.000	792.741	6.590	7.410	599.853	985.630	149523
7.000	992.815	6.590	7.410	985.630	1000.000	159764
8.000	297.869	7.590	8.410	0.000	595.737	151573
8.000	784.766	7.590	8.410	595.737	973.795	149526
8.000	986.897	7.590	8.410	973.795	1000.000	159767
9.000	318.182	8.590	9.410	0.000	636.364	151576
9.000	813.486	8.590	9.410	636.364	990.609	149529
9.000	995.304	8.590	9.410	990.609	1000.000	159770
10.000	253.456	9.590	10.410	0.000	506.912	151579
10.000	742.192	9.590	10.410	506.912	977.471	149532
10.000	988.735	9.590	10.410	977.471	1000.000	159773
11.000	225.684	10.590	11.410	0.000	451.368	151582
11.000	708.713	10.590	11.410	451.368	966.059	149535
11.000	983.029	10.590	11.410	966.059	1000.000	159776
12.000	304.586	11.590	12.410	0.000	609.171	151585
12.000	791.005	11.590	12.410	609.171	972.840	149538
12.000	986.420	11.590	12.410	972.840	1000.000	159779
13.000	313.472	12.590	13.410	0.000	626.943	151588
13.000	802.936	12.590	13.410	626.943	978.929	149541
13.000	989.465	12.590	13.410	978.929	1000.000	159782
14.000	317.413	13.590	14.410	0.000	634.826	151591
14.000	811.277	13.590	14.410	634.826	987.728	149544
14.000	993.864	13.590	14.410	987.728	1000.000	159785
15.000	281.762	14.590	15.410	0.000	563.525	151594
15.000	777.152	14.590	15.410	563.525	990.779	149547
15.000	995.389	14.590	15.410	990.779	1000.000	159788
16.000	277.931	15.590	16.410	0.000	555.861	151597
16.000	769.508	15.590	16.410	555.861	983.156	149550
16.000	991.578	15.590	16.410	983.156	1000.000	159791
17.000	223.904	16.590	17.410	0.000	447.808	151600
17.000	708.246	16.590	17.410	447.808	968.685	149553
17.000	984.342	16.590	17.410	968.685	1000.000	159794
18.000	252.384	17.590	18.410	0.000	504.768	151603
18.000	738.677	17.590	18.410	504.768	972.586	149556
18.000	986.293	17.590	18.410	972.586	1000.000	159797
19.000	308.547	18.590	19.410	0.000	617.093	151606
19.000	793.675	18.590	19.410	617.093	970.256	149559
19.000	985.128	18.590	19.410	970.256	1000.000	159800
20.000	279.426	19.590	20.410	0.000	558.851	151609
20.000	768.381	19.590	20.410	558.851	977.911	149562
20.000	988.956	19.590	20.410	977.911	1000.000	159803
21.000	193.538	20.590	21.410	0.000	387.076	151612
21.000	680.422	20.590	21.410	387.076	973.768	149565
21.000	986.884	20.590	21.410	973.768	1000.000	159806
22.000	281.379	21.590	22.410	0.000	562.758	151615
22.000	769.622	21.590	22.410	562.758	976.486	149568
22.000	988.243	21.590	22.410	976.486	1000.000	159809
23.000	312.934	22.590	23.410	0.000	625.868	151618
23.000	808.965	22.590	23.410	625.868	992.061	149571
23.000	996.030	22.590	23.410	992.061	1000.000	159812
24.000	237.895	23.590	24.410	0.000	475.791	151621
24.000	730.148	23.590	24.410	475.791	984.506	149574
24.000	992.253	23.590	24.410	984.506	1000.000	159815
25.000	230.397	24.590	25.410	0.000	460.795	151624
25.000	721.536	24.590	25.410	460.795	982.277	149577
25.000	991.139	24.590	25.410	982.277	1000.000	159818
26.000	307.005	25.590	26.410	0.000	614.009	151627
26.000	794.965	25.590	26.410	614.009	975.921	149580
26.000	987.961	25.590	26.410	975.921	1000.000	159821
27.000	308.446	26.590	27.410	0.000	616.892	151630
27.000	796.115	26.590	27.410	616.892	975.338	149583
27.000	987.669	26.590	27.410	975.338	1000.000	159824
28.000	291.317	27.590	28.410	0.000	582.635	151633
28.000	787.462	27.590	28.410	582.635	992.290	149586
28.000	996.145	27.590	28.410	992.290	1000.000	159827
29.000	280.935	28.590	29.410	0.000	561.871	151636
29.000	774.820	28.590	29.410	561.871	987.770	149589
29.000	993.885	28.590	29.410	987.770	1000.000	159830
30.000	276.447	29.590	30.410	0.000	552.893	151639
30.000	767.095	29.590	30.410	552.893	981.297	149592
30.000	990.649	29.590	30.410	981.297	1000.000	159833
END
plot $BANDS using 1:2:3:4:5:6:7 with boxxyerror linecolor rgb variable
unset output
