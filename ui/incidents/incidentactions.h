// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/client/requestkey.h"
#include "backend/client/session.h"
#include "ui/incidents/incidentdialog.h"
#include "ui/uicontext.h"

#include <QObject>
#include <QPointer>

#include <functional>
#include <map>
#include <memory>
#include <set>
#include <vector>

class QDialog;
class QWidget;

namespace vigie {

/// What can be done to incidents. Acts on exactly the ids it gets; more than one is named in a dialog and confirmed
/// first. Afterwards it says what happened to each, with Undo for 30 s where there is a way back: to what was before,
/// unless somebody else has changed it since. A conflict is shown with what changed, and offers to try again on the new
/// state. An incident whose change is under way takes no second one, so that a double click is sent once; a text whose
/// answer was lost is sent again under its key. GUI thread; nothing blocks.
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
    /// Puts back what was before, on that version.
    using Restore = std::function<QFuture<Result<Incident>>(const Incident &before, std::int64_t version)>;
    using RestoreFunction = QFuture<Result<Incident>> (IncidentActions::*)(const Incident &, std::int64_t);
    using ChangeKey = std::shared_ptr<RequestKey<IncidentChange>>;
    /// One kind of action on some incidents.
    struct Batch {
        std::string kind {}; ///< what is done; empty: may be done twice at once
        Operation run {};
        std::function<QString(int count, const QString &title)> done {}; ///< what to say of successes
        Restore restore {}; ///< empty: there is no way back
        Ids ids {};
        QPointer<TargetDialog> dialog {}; ///< keeps what was typed until it is stored
        std::vector<Incident> before {}; ///< what the operator saw; filled from the session where it is empty
        std::map<IncidentId, std::int64_t> sentOn {}; ///< versions that were known then
        std::vector<std::pair<IncidentId, Error>> failed {};
        std::vector<Incident> succeeded {}; ///< the answers
        std::size_t open {0};
    };
    using BatchPointer = std::shared_ptr<Batch>;

    void confirmed(const Ids &ids, const QString &question, const QString &button, const std::function<void()> &run);
    void start(Batch wanted);
    void ask(TargetDialog *dialog, const Ids &ids, std::function<void(const Ids &)> send);
    void backToDialog(const Batch &batch);
    Ids freeOf(const Ids &ids, const std::string &kind);
    void answered(const BatchPointer &batch, const IncidentId &id, const Result<Incident> &answer);
    void finish(const BatchPointer &batch);
    void sayDone(const BatchPointer &batch);
    void sayFailed(const BatchPointer &batch);
    void sayConflict(const BatchPointer &batch, const IncidentId &id);
    void undo(const BatchPointer &batch);
    void noteOwn(const Incident &answer, std::int64_t sentOn);
    std::int64_t lastOwnVersion(const Incident &answer) const;
    Restore restoring(RestoreFunction way);
    QFuture<Result<Incident>> restoreState(const Incident &before, std::int64_t version);
    QFuture<Result<Incident>> restoreResolved(const Incident &before, std::int64_t version);
    QFuture<Result<Incident>> restoreOwner(const Incident &before, std::int64_t version);
    QFuture<Result<Incident>> sendComment(const IncidentId &id, const IncidentChange &wish, ChangeKey &key);
    void sayCreated(const Incident &made, QDialog *dialog);
    QString titleOf(const IncidentId &id) const;
    QStringList titlesOf(const Ids &ids) const;

    UiContext &m_context;
    QPointer<QWidget> m_window;
    std::map<const QObject *, Ids> m_asked; ///< dialogs that are open, with those they are still for
    std::map<IncidentId, std::string> m_busy; ///< with the kind of change that is under way
    std::map<IncidentId, ChangeKey> m_commentKeys; ///< of the detail pane
    std::map<IncidentId, std::set<std::int64_t>> m_ownVersions; ///< made here
};

/// What differs, in words: "severity High → Critical, owner nobody → m.keller"; empty when nothing visible does.
QString incidentDifference(const Incident &before, const Incident &after);

} // namespace vigie
