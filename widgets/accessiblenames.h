// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QComboBox;
class QLineEdit;

namespace vigie {

/// Names for screen readers where setAccessibleName() alone does not arrive. May be called again (other language).
/// GUI thread.

/// On Linux Qt reads out a combo box's value as its name; the name comes from a label beside it, which is made here and
/// not shown. The combo box has its final parent.
void nameComboBox(QComboBox &box, const QString &name);
/// The button that Qt puts into a field with setClearButtonEnabled().
void nameClearButton(QLineEdit &edit);

} // namespace vigie
