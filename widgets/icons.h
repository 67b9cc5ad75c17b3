// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>
#include <QPixmap>

namespace vigie {

class Theme;

/// An icon of resources/icons/icons.txt (Breeze names: "view-refresh", "edit-find" …) in the text colour of the theme,
/// rendered when it is painted, so it follows theme changes. Null icon for an unknown name. The theme outlives it.
QIcon themedIcon(const Theme &theme, const QString &name);
/// The same as pixels: `size` in device-independent pixels. Null for an unknown name.
QPixmap iconPixmap(const QString &name, int size, const QColor &color, qreal devicePixelRatio);
/// All names that are compiled in, sorted.
QStringList iconNames();

} // namespace vigie
