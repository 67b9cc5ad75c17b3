// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/themedwidget.h"

class QHBoxLayout;
class QVBoxLayout;

namespace vigie {

/// A titled area of a page, never blank: it shows its content or says why it does not.
class Panel : public ThemedWidget {
    Q_OBJECT
public:
    enum class State : std::uint8_t { Content, Loading, Empty, Stale, Error, Denied };
    Q_ENUM(State)

    /// What happened, what the user can do, and an id they can copy for support. All translated but the id.
    struct Problem {
        QString what;
        QString advice;
        QString id;
        QString button; ///< e.g. "Try again"; empty: none. Pressing it emits nextStepRequested().
    };

    explicit Panel(Theme &theme, const QString &title = {}, QWidget *parent = nullptr);

    void setTitle(const QString &title);
    QString title() const { return m_title; }
    /// At the right of the header, quiet.
    void setCaption(const QString &caption);
    /// Between caption and edge, e.g. a quiet button. Takes ownership.
    void addHeaderWidget(QWidget *widget);
    /// Takes ownership; replaces. `padded`: keep panelPadding around it (tables want none).
    void setContent(QWidget *content, bool padded = true);
    QWidget *content() const { return m_content; }

    State state() const { return m_state; }
    void showContent();
    void showLoading();
    /// One sentence and, where there is one, the next step as a button (emits nextStepRequested()). `good`: empty is
    /// how it should be (no open incidents), with a check mark.
    void showEmpty(const QString &sentence, const QString &button = {}, bool good = false);
    /// The content stays, desaturated and hatched; `text` says how old it is ("Data 4 min old").
    void showStale(const QString &text);
    void showError(const Problem &problem);
    void showDenied(const QString &sentence);

Q_SIGNALS:
    void nextStepRequested();
    void stateChanged(vigie::Panel::State state);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void enter(State state);
    void showMessage(SeverityLook look, const QString &icon, const Problem &problem);
    void placeHatch();
    QString staleBadge(int room) const;
    void paintHeader(QPainter &painter) const;

    QVBoxLayout *m_layout;
    QHBoxLayout *m_headerLayout;
    QVBoxLayout *m_bodyLayout;
    QWidget *m_content {nullptr};
    class PanelMessage *m_message {nullptr};
    class PanelSkeleton *m_skeleton {nullptr};
    class PanelHatch *m_hatch {nullptr};
    QString m_title;
    QString m_caption;
    QString m_staleText;
    State m_state {State::Content};
};

} // namespace vigie
