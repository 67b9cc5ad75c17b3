// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/client/session.h"
#include "widgets/themedwidget.h"

#include <QTimer>

class QLabel;
class QPushButton;

namespace vigie {

/// The bar below the top bar that says that what is shown is not live: no connection (since when, why, in how
/// many seconds it tries again, "Try now"), no answer, access denied, or data of an earlier run. While the session is
/// live it is hidden, or says that something the server sent could not be read and is missing, until that is put away.
class ConnectionBanner : public ThemedWidget {
    Q_OBJECT
public:
    ConnectionBanner(Theme &theme, Session &session, const Clock &clock, QWidget *parent = nullptr);
    /// What is shown, for tests and screen readers.
    QString text() const;

Q_SIGNALS:
    /// The button of the denied state: give another token.
    void signInRequested();
    /// "Try now" where no attempt is planned: not connected at all.
    void connectRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    void themeChanged() override;
    void retranslate() override;

private:
    void build();
    void sessionChanged(Session::State state);
    void showLive();
    void appear();
    void refresh();
    void press();
    Session::State shownState() const;
    QString headline() const;
    QString detail() const;
    QString nextAttempt() const;
    SeverityLook look() const;

    Session &m_session;
    const Clock &m_clock;
    QLabel *m_headline {nullptr};
    QLabel *m_detail {nullptr};
    QPushButton *m_button {nullptr};
    QTimer m_tick;
    std::optional<SteadyTime> m_since; ///< when it stopped being live
    std::uint64_t m_putAway {0}; ///< so many unreadable things are known to the user
    bool m_lost {false}; ///< it was lost since it was live: an attempt to connect changes no words
    bool m_grace {true}; ///< the first moments of a start say nothing
};

} // namespace vigie
