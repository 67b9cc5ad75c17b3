// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/client/session.h"
#include "ui/uicontext.h"

#include <QObject>
#include <QPointer>

#include <functional>
#include <map>
#include <memory>
#include <vector>

class QWidget;

namespace vigie {

class TargetDialog;

/// What can be done to incidents. Acts on exactly the ids it gets; more than one is named in a dialog and confirmed
/// first. Afterwards it says what happened to each, with Undo for 30 s where there is a way back. A conflict is shown
/// with what changed, and offers to try again on the new state. An incident whose change is under way takes no second
/// one, so that a double click is sent once. GUI thread; nothing blocks.
class IncidentActions : public QObject {
    Q_OBJECT
public:
    using Ids = std::vector<IncidentId>;

    IncidentActions(UiContext &context, QWidget *window);

    void acknowledge(const Ids &ids);
    void assignToMe(const Ids &ids);
    void assignTo(const Ids &ids); ///< asks whom
    void comment(const Ids &ids); ///< asks for the text
    /// The text of the detail pane; `done(true)` when it is stored.
    void comment(const IncidentId &id, const QString &text, std::function<void(bool)> done);
    void snooze(const Ids &ids); ///< asks for how long
    void resolve(const Ids &ids); ///< asks for a note
    void reopen(const Ids &ids);
    void create();
    /// A change of it was sent and is not answered yet.
    bool isBusy(const IncidentId &id) const { return m_busy.contains(id); }

Q_SIGNALS:
    void busyChanged();
    void created(const vigie::IncidentId &id);

private:
    using Operation = std::function<QFuture<Result<Incident>>(const IncidentId &)>;
    /// One kind of action on some incidents.
    struct Batch {
        std::string kind; ///< what is done; empty: may be done twice at once
        Operation run;
        std::function<QString(int count, const QString &title)> done; ///< what to say of successes
        Operation undo; ///< empty: there is no way back
        Ids ids;
        std::vector<Incident> before;
        std::vector<std::pair<IncidentId, Error>> failed;
        Ids succeeded;
        QPointer<TargetDialog> dialog; ///< keeps what was typed until it is stored
        std::size_t open {0};
    };
    using BatchPointer = std::shared_ptr<Batch>;

    void confirmed(const Ids &ids, const QString &question, const QString &button, std::function<void()> run);
    void start(const char *kind, const Ids &ids, Operation run, std::function<QString(int, const QString &)> done,
               Operation undo, TargetDialog *dialog = nullptr);
    void ask(TargetDialog *dialog, const Ids &ids, std::function<void(const Ids &)> send);
    void backToDialog(const Batch &batch);
    Ids freeOf(const Ids &ids, const std::string &kind);
    void answered(const BatchPointer &batch, const IncidentId &id, const Result<Incident> &answer);
    void finish(const BatchPointer &batch);
    void sayDone(const BatchPointer &batch);
    void sayFailed(const BatchPointer &batch);
    void sayConflict(const BatchPointer &batch, const IncidentId &id);
    void undo(const BatchPointer &batch);
    QString titleOf(const IncidentId &id) const;
    QStringList titlesOf(const Ids &ids) const;

    UiContext &m_context;
    QPointer<QWidget> m_window;
    std::map<const QObject *, Ids> m_asked; ///< dialogs that are open, with those they are still for
    std::map<IncidentId, std::string> m_busy; ///< with the kind of change that is under way
};

/// What differs, in words: "severity High → Critical, owner nobody → m.keller"; empty when nothing visible does.
QString incidentDifference(const Incident &before, const Incident &after);

} // namespace vigie
