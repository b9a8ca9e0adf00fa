/* SPDX-License-Identifier: MIT */
/* web_colours.h -- the colours of the report, light, dark and on paper.
 *
 * Tests hold them to WCAG 2, level AA: texts 4.5 to 1 on what they stand on, lines that mean
 * something 3 to 1.  Those of the charts are plots/style.h's.
 */
#ifndef PUBLISH_WEB_COLOURS_H
#define PUBLISH_WEB_COLOURS_H

#define WEB_COLOURS(X)                                                         \
	/* name, light, dark, paper */                                         \
	X("page", "#f3f6f9", "#0e141a", "#ffffff")                             \
	X("card", "#ffffff", "#161e26", "#ffffff")                             \
	X("tint", "#f1f6fb", "#1c2732", "#f3f6f9")                             \
	X("fg", "#17212b", "#e7edf3", "#111111")                               \
	X("muted", "#53606d", "#a4b2bf", "#444444")                            \
	X("line", "#dae2ea", "#2b3844", "#c4ccd4")                             \
	X("accent", "#0a5a9c", "#7fbff2", "#0a4f8a")                           \
	X("bar", "#d3e6f6", "#1d4468", "#dde9f4")                              \
	X("spark", "#3d85c0", "#4f97d2", "#3d85c0")                            \
	X("up", "#00663f", "#5fd3a1", "#00552f")                               \
	X("down", "#a5350a", "#ff9f7c", "#8a2a05")                             \
	X("warn", "#fff3dc", "#33270e", "#fff7e8")                             \
	X("edge", "#b06a00", "#e0a030", "#9a5c00")

#endif
