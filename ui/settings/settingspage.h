// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/page.h"

#include <QMap>

class QGridLayout;
class QScrollArea;

namespace vigie {

class ConnectionSettings;
class Panel;

/// How this person wants the console. Everything holds at once; there is no OK button.
class SettingsPage : public Page {
    Q_OBJECT
public:
    explicit SettingsPage(UiContext &context, QWidget *parent = nullptr);
    ~SettingsPage() override;

    QString id() const override { return QStringLiteral("settings"); }
    QString title() const override { return tr("Settings"); }
    QString iconName() const override { return QStringLiteral("settings-configure"); }
    QString keys() const override { return QStringLiteral("G, ,"); }
    bool isAtBottom() const override { return true; }
    void activate() override;
    /// "section": appearance, connections, keyboard, data or about.
    void openWith(const QUrlQuery &what) override;
    void focusFilter() override;

Q_SIGNALS:
    /// A connection profile came, went or changed.
    void profilesChanged();

protected:
    void retranslate() override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void registerActions();
    void arrange(bool twoColumns);

    QScrollArea *m_scroll;
    QWidget *m_content;
    QGridLayout *m_grid;
    ConnectionSettings *m_connections;
    QMap<QString, Panel *> m_sections;
    bool m_twoColumns {false};
};

} // namespace vigie
