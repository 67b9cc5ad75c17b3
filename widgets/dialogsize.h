// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QDialog;

namespace vigie {

/// Makes a dialog so wide that none of its words is cut, at least `characters` average ones of its font, whatever the
/// size of the text, and so high that its wrapped sentences fit. After its layout is filled, and again after a change
/// of language. A fixed minimum in pixels would win over what the layout needs.
void fitDialog(QDialog &dialog, int characters);

} // namespace vigie
