/* SPDX-License-Identifier: MIT */
/* web_colours.h -- the colours of the report, light, dark and on paper.
 *
 * Tests hold them to WCAG 2, level AA: texts 4.5 to 1 on what they stand on, lines that mean
 * something 3 to 1.  Names are none of plots/style.h, whose colours are in the same page.
 */
#ifndef PUBLISH_WEB_COLOURS_H
#define PUBLISH_WEB_COLOURS_H

#define WEB_COLOURS(X)                                                         \
	/* name, light, dark, paper */                                         \
	X("page", "#f3f6f9", "#0b0f14", "#ffffff")                             \
	X("card", "#ffffff", "#12181f", "#ffffff")                             \
	X("tint", "#f1f6fb", "#1a242e", "#f3f6f9")                             \
	X("ink", "#17212b", "#e7edf3", "#111111")                              \
	X("soft", "#53606d", "#a4b2bf", "#444444")                             \
	X("rule", "#dae2ea", "#2b3844", "#c4ccd4")                             \
	X("accent", "#0a5a9c", "#7fbff2", "#0a4f8a")                           \
	X("fill", "#d3e6f6", "#1d4468", "#dde9f4")                             \
	X("tick", "#3d85c0", "#4f97d2", "#3d85c0")                             \
	X("up", "#00663f", "#5fd3a1", "#00552f")                               \
	X("fall", "#a5350a", "#ff9f7c", "#8a2a05")                             \
	X("warn", "#fff3dc", "#33270e", "#fff7e8")                             \
	X("edge", "#b06a00", "#e0a030", "#9a5c00")

#endif
