// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/overlay.h"

#include <QStringList>

#include <vector>

class QLabel;
class QLineEdit;
class QListView;

namespace vigie {

struct PaletteEntry {
    QString id;
    QString title; ///< translated
    QString category; ///< translated, shown at the left
    QString shortcut; ///< as shown: "Ctrl+K", "g i"
    bool enabled {true};
    QString whyNot; ///< translated reason, shown when not enabled
    QString keywords; ///< also matched, not shown (English words, synonyms)
};

/// The Ctrl+K palette: type to find, Enter runs, Escape closes and gives the focus back. An overlay inside `host`
/// (central widget or window). Recently used ones stand first while nothing is typed.
class CommandPalette : public Overlay {
    Q_OBJECT
public:
    explicit CommandPalette(Theme &theme, QWidget *host);
    ~CommandPalette() override;

    void setEntries(std::vector<PaletteEntry> entries);
    /// Ids, newest first; the owner stores them.
    void setRecent(const QStringList &ids);
    QStringList recent() const { return m_recent; }
    void open(const QString &text = {});

Q_SIGNALS:
    /// An enabled entry was chosen; the palette is closed already.
    void triggered(const QString &id);
    void recentChanged(const QStringList &ids);
    /// What is typed, so that the owner can add entries it has to search for (incidents).
    void queryChanged(const QString &text);

protected:
    QRect boxRect() const override;
    void place() override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void themeChanged() override;
    void retranslate() override;

private:
    void filter();
    void runRow(int row);
    void moveBy(int rows);

    class PaletteModel *m_model;
    QLineEdit *m_edit;
    QListView *m_list;
    QLabel *m_nothing;
    QStringList m_recent;
};

} // namespace vigie
