// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/uicontext.h"
#include "widgets/themedwidget.h"

#include <QStringList>

class QListWidget;
class QTextBrowser;
class QUrl;

namespace vigie {

/// The short pages of resources/help in the language of the moment, in a window of its own. Escape closes it.
class HelpView : public ThemedWidget {
    Q_OBJECT
public:
    /// `parent`: the window it belongs to.
    explicit HelpView(UiContext &context, QWidget *parent);
    /// Shows it; "overview" for a topic that does not exist.
    void openTopic(const QString &topic);
    QString topic() const { return m_topic; }

    /// "overview" "incidents" "metrics" "sources" "settings" "connect-prometheus" "keyboard".
    static QStringList topics();
    static QString topicTitle(const QString &topic); ///< translated

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void themeChanged() override;
    void retranslate() override;

private:
    void load();
    void follow(const QUrl &link);

    QListWidget *m_list;
    QTextBrowser *m_text;
    QString m_topic;
};

} // namespace vigie
