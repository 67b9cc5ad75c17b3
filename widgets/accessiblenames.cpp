// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/accessiblenames.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>

namespace vigie {

void nameComboBox(QComboBox &box, const QString &name)
{
    box.setAccessibleName(name);
    const QString labelName = box.objectName() + QLatin1String(".label");
    QWidget *parent = box.parentWidget();
    if (!parent)
        return;
    auto *label = parent->findChild<QLabel *>(labelName, Qt::FindDirectChildrenOnly);
    if (!label) {
        label = new QLabel(parent);
        label->setObjectName(labelName);
        label->setBuddy(&box);
        label->hide();
    }
    label->setText(name);
}

void nameClearButton(QLineEdit &edit)
{
    const QString name = QCoreApplication::translate("AccessibleNames", "Clear this field");
    const auto buttons = edit.findChildren<QToolButton *>(QString(), Qt::FindDirectChildrenOnly);
    for (QToolButton *button : buttons) {
        button->setAccessibleName(name);
        button->setToolTip(name);
    }
}

} // namespace vigie
