// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/incidents/incidentactions.h"

#include "backend/client/requestkey.h"
#include "ui/incidents/incidentdialog.h"
#include "ui/shell/notices.h"
#include "ui/text/incidentwords.h"
#include "ui/text/words.h"
#include "widgets/severitychip.h"
#include "widgets/statechip.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QWidget>

#include <algorithm>

namespace vigie {

namespace {

QString nobodyOr(const std::string &owner)
{
    return owner.empty() ? IncidentActions::tr("nobody") : toQString(owner);
}

} // namespace

QString incidentDifference(const Incident &before, const Incident &after)
{
    QStringList parts;
    const auto differs = [&parts](const QString &what, const QString &from, const QString &to) {
        if (from != to)
            parts << IncidentActions::tr("%1: %2 → %3", "1: field, 2: value before, 3: value now").arg(what, from, to);
    };
    differs(IncidentActions::tr("State"), stateWord(lookOf(before.status)), stateWord(lookOf(after.status)));
    differs(IncidentActions::tr("Severity"), severityWord(lookOf(before.severity)),
            severityWord(lookOf(after.severity)));
    differs(IncidentActions::tr("Owner"), nobodyOr(before.owner), nobodyOr(after.owner));
    differs(IncidentActions::tr("Title"), toQString(before.title), toQString(after.title));
    differs(IncidentActions::tr("Service"), toQString(before.service), toQString(after.service));
    return parts.join(QLatin1String(", "));
}

IncidentActions::IncidentActions(UiContext &context, QWidget *window)
    : QObject(window)
    , m_context(context)
    , m_window(window)
{
}

QString IncidentActions::titleOf(const IncidentId &id) const
{
    const Incident *incident = m_context.session.incident(id);
    return incident ? incidentTitle(*incident) : toQString(id.value);
}

QStringList IncidentActions::titlesOf(const Ids &ids) const
{
    QStringList titles;
    for (const IncidentId &id : ids)
        titles << titleOf(id);
    return titles;
}

/// One target was chosen by the very key press; of several, people see the list first.
void IncidentActions::confirmed(const Ids &ids, const QString &question, const QString &button,
                                std::function<void()> run)
{
    if (ids.size() < 2) {
        if (!ids.empty())
            run();
        return;
    }
    auto *dialog = new TargetDialog(question, titlesOf(ids), button, m_window);
    connect(dialog, &QDialog::accepted, this, run);
    dialog->open();
}

/// A second key press means the same as the first one: nothing is sent and nothing said. Another wish is refused aloud.
IncidentActions::Ids IncidentActions::freeOf(const Ids &ids, const std::string &kind)
{
    Ids free;
    for (const IncidentId &id : ids) {
        const auto under = m_busy.find(id);
        if (kind.empty() || under == m_busy.end())
            free.push_back(id);
        else if (under->second != kind)
            m_context.notices.say(tr("“%1” is still being changed. Try again in a moment.").arg(titleOf(id)),
                                  SeverityLook::Low);
    }
    return free;
}

void IncidentActions::start(const char *kind, const Ids &ids, Operation run,
                            std::function<QString(int, const QString &)> done, Operation undoRun, TargetDialog *dialog)
{
    auto batch = std::make_shared<Batch>();
    batch->kind = kind;
    batch->run = std::move(run);
    batch->done = std::move(done);
    batch->undo = std::move(undoRun);
    batch->ids = freeOf(ids, batch->kind);
    batch->dialog = dialog;
    batch->open = batch->ids.size();
    if (dialog && batch->ids.empty())
        dialog->showProblem({}); // why was said
    for (const IncidentId &id : batch->ids) {
        if (const Incident *known = m_context.session.incident(id))
            batch->before.push_back(*known);
        if (!batch->kind.empty())
            m_busy.emplace(id, batch->kind);
    }
    Q_EMIT busyChanged();
    for (const IncidentId &id : batch->ids)
        whenDone(batch->run(id), this,
                 [this, batch, id](const Result<Incident> &answer) { answered(batch, id, answer); });
}

void IncidentActions::answered(const BatchPointer &batch, const IncidentId &id, const Result<Incident> &answer)
{
    if (answer)
        batch->succeeded.push_back(id);
    else
        batch->failed.emplace_back(id, answer.error());
    if (!batch->kind.empty())
        m_busy.erase(id);
    Q_EMIT busyChanged();
    if (--batch->open == 0)
        finish(batch);
}

void IncidentActions::finish(const BatchPointer &batch)
{
    if (!batch->succeeded.empty())
        sayDone(batch);
    const bool conflict = batch->failed.size() == 1 && batch->failed.front().second.code == Error::Code::Conflict;
    if (batch->dialog && !batch->failed.empty() && !conflict) {
        backToDialog(*batch);
        return;
    }
    if (batch->dialog)
        batch->dialog->accept();
    if (conflict)
        sayConflict(batch, batch->failed.front().first);
    else if (!batch->failed.empty())
        sayFailed(batch);
}

/// What was typed stays, for those that were not changed.
void IncidentActions::backToDialog(const Batch &batch)
{
    Ids left;
    for (const auto &[id, error] : batch.failed)
        left.push_back(id);
    const ErrorWords words = errorWords(batch.failed.front().second);
    batch.dialog->setTargets(titlesOf(left));
    batch.dialog->showProblem(QString(words.what % QLatin1Char(' ') % words.advice));
    m_asked[batch.dialog] = std::move(left);
}

void IncidentActions::sayDone(const BatchPointer &batch)
{
    const QString text = batch->done(int(batch->succeeded.size()), titleOf(batch->succeeded.front()));
    if (batch->undo)
        m_context.notices.offerUndo(text, this, [this, batch] { undo(batch); });
    else
        m_context.notices.say(text);
}

void IncidentActions::undo(const BatchPointer &batch)
{
    start("undo", batch->succeeded, batch->undo,
          [](int count, const QString &title) {
              return count == 1 ? tr("Undone for “%1”.").arg(title) : tr("Undone for %n incident(s).", nullptr, count);
          },
          {});
}

void IncidentActions::sayFailed(const BatchPointer &batch)
{
    if (batch->ids.size() == 1) {
        m_context.notices.sayFailed(tr("“%1” was not changed.").arg(titleOf(batch->ids.front())),
                                    batch->failed.front().second);
        return;
    }
    QStringList lines;
    for (const auto &[id, error] : batch->failed)
        lines << tr("“%1”: %2", "1: incident, 2: reason").arg(titleOf(id), errorWords(error).what);
    const int failed = int(batch->failed.size());
    auto *dialog = new TargetDialog(tr("%n of the incident(s) were not changed:", nullptr, failed), lines, tr("Close"),
                                    m_window);
    dialog->open();
}

/// The new state is loaded first, so that the operator sees what they would act on now.
void IncidentActions::sayConflict(const BatchPointer &batch, const IncidentId &id)
{
    whenDone(m_context.session.loadIncident(id), this, [this, batch, id](const Result<IncidentDetail> &now) {
        if (!now) {
            m_context.notices.sayFailed(tr("“%1” was not changed.").arg(titleOf(id)), now.error());
            return;
        }
        const auto before = std::find_if(batch->before.begin(), batch->before.end(),
                                         [&](const Incident &incident) { return incident.id == id; });
        const QString difference
            = before == batch->before.end() ? QString() : incidentDifference(*before, now->incident);
        const QString text = difference.isEmpty()
            ? tr("“%1” was changed by somebody else in the meantime.").arg(titleOf(id))
            : tr("“%1” was changed by somebody else in the meantime (%2).").arg(titleOf(id), difference);
        m_context.notices.offer(
            text, tr("Try again"), this,
            [this, batch, id] { start(batch->kind.c_str(), {id}, batch->run, batch->done, batch->undo); },
            SeverityLook::High, 0);
    });
}

/// Opens the dialog and keeps it until the server has what was typed; `send` gets those that do not have it yet.
void IncidentActions::ask(TargetDialog *dialog, const Ids &ids, std::function<void(const Ids &)> send)
{
    dialog->waitForAnswer();
    m_asked[dialog] = ids;
    connect(dialog, &QObject::destroyed, this, [this, dialog] { m_asked.erase(dialog); });
    connect(dialog, &TargetDialog::submitted, this,
            [this, dialog, send = std::move(send)] { send(m_asked.at(dialog)); });
    dialog->open();
}

/// The same key again on what is acknowledged already is no second change, and leaves nothing to undo.
void IncidentActions::acknowledge(const Ids &wanted)
{
    Session &session = m_context.session;
    Ids ids;
    std::copy_if(wanted.begin(), wanted.end(), std::back_inserter(ids), [&session](const IncidentId &id) {
        const Incident *incident = session.incident(id);
        return !incident || incident->status != IncidentStatus::Acknowledged;
    });
    if (ids.empty() && !wanted.empty())
        m_context.notices.say(tr("“%1” is acknowledged already.").arg(titleOf(wanted.front())), SeverityLook::Low);
    confirmed(ids, tr("Acknowledge these %n incident(s)?", nullptr, int(ids.size())), tr("Acknowledge"),
              [this, ids, &session] {
                  start(
                      "acknowledge", ids, [&session](const IncidentId &id) { return session.acknowledge(id); },
                      [](int count, const QString &title) {
                          return count == 1 ? tr("“%1” acknowledged.").arg(title)
                                            : tr("%n incident(s) acknowledged.", nullptr, count);
                      },
                      [&session](const IncidentId &id) { return session.reopen(id); });
              });
}

void IncidentActions::assignToMe(const Ids &ids)
{
    const std::string me = m_context.session.user().name;
    std::map<IncidentId, std::string> owners;
    for (const IncidentId &id : ids) {
        const Incident *incident = m_context.session.incident(id);
        owners[id] = incident ? incident->owner : std::string();
    }
    Session &session = m_context.session;
    confirmed(ids, tr("Assign these %n incident(s) to you?", nullptr, int(ids.size())), tr("Assign to me"),
              [this, ids, me, owners, &session] {
                  start(
                      "assign", ids, [&session, me](const IncidentId &id) { return session.assign(id, me); },
                      [](int count, const QString &title) {
                          return count == 1 ? tr("“%1” is yours.").arg(title)
                                            : tr("%n incident(s) are yours.", nullptr, count);
                      },
                      [&session, owners](const IncidentId &id) { return session.assign(id, owners.at(id)); });
              });
}

void IncidentActions::assignTo(const Ids &ids)
{
    if (ids.empty())
        return;
    auto *dialog = new TargetDialog(tr("Assign %n incident(s)", nullptr, int(ids.size())), titlesOf(ids), tr("Assign"),
                                    m_window);
    QLineEdit *who = dialog->addLine(tr("To whom (empty: nobody)"), toQString(m_context.session.user().name));
    std::map<IncidentId, std::string> owners;
    for (const IncidentId &id : ids) {
        const Incident *incident = m_context.session.incident(id);
        owners[id] = incident ? incident->owner : std::string();
    }
    ask(dialog, ids, [this, dialog, who, owners](const Ids &left) {
        Session &session = m_context.session;
        const QString owner = who->text().trimmed();
        start(
            "assign", left, [&session, owner](const IncidentId &id) { return session.assign(id, owner.toStdString()); },
            [owner](int count, const QString &title) {
                const QString name = owner.isEmpty() ? tr("nobody") : owner;
                return count == 1 ? tr("“%1” assigned to %2.").arg(title, name)
                                  : tr("%n incident(s) assigned to %1.", nullptr, count).arg(name);
            },
            [&session, owners](const IncidentId &id) { return session.assign(id, owners.at(id)); }, dialog);
    });
}

void IncidentActions::comment(const Ids &ids)
{
    if (ids.empty())
        return;
    auto *dialog = new TargetDialog(tr("Comment on %n incident(s)", nullptr, int(ids.size())), titlesOf(ids),
                                    tr("Comment"), m_window);
    QPlainTextEdit *text = dialog->addText(tr("Comment"), true);
    ask(dialog, ids, [this, dialog, text](const Ids &left) {
        Session &session = m_context.session;
        const std::string words = text->toPlainText().trimmed().toStdString();
        start(
            "", left, [&session, words](const IncidentId &id) { return session.comment(id, words); },
            [](int count, const QString &title) {
                return count == 1 ? tr("Comment added to “%1”.").arg(title)
                                  : tr("Comment added to %n incident(s).", nullptr, count);
            },
            {}, dialog);
    });
}

void IncidentActions::comment(const IncidentId &id, const QString &text, std::function<void(bool)> done)
{
    whenDone(m_context.session.comment(id, text.toStdString()), this,
             [this, id, done = std::move(done)](const Result<Incident> &answer) {
                 if (!answer)
                     m_context.notices.sayFailed(tr("The comment on “%1” was not stored.").arg(titleOf(id)),
                                                 answer.error());
                 done(answer.has_value());
             });
}

void IncidentActions::snooze(const Ids &ids)
{
    if (ids.empty())
        return;
    auto *dialog = new TargetDialog(tr("Snooze %n incident(s)", nullptr, int(ids.size())), titlesOf(ids), tr("Snooze"),
                                    m_window);
    QComboBox *span = dialog->addChoice(tr("For"));
    span->addItem(tr("30 minutes"), 30);
    span->addItem(tr("1 hour"), 60);
    span->addItem(tr("4 hours"), 240);
    span->addItem(tr("1 day"), 1440);
    span->addItem(tr("1 week"), 10080);
    ask(dialog, ids, [this, dialog, span](const Ids &left) {
        Session &session = m_context.session;
        const Timestamp until
            = m_context.clock.now() + session.clockOffset() + std::chrono::minutes(span->currentData().toInt());
        const QString words = span->currentText();
        start(
            "snooze", left, [&session, until](const IncidentId &id) { return session.snooze(id, until); },
            [words](int count, const QString &title) {
                return count == 1 ? tr("“%1” snoozed for %2.").arg(title, words)
                                  : tr("%n incident(s) snoozed for %1.", nullptr, count).arg(words);
            },
            [&session](const IncidentId &id) { return session.reopen(id); }, dialog);
    });
}

void IncidentActions::resolve(const Ids &ids)
{
    if (ids.empty())
        return;
    auto *dialog = new TargetDialog(tr("Resolve %n incident(s)", nullptr, int(ids.size())), titlesOf(ids),
                                    tr("Resolve"), m_window);
    QPlainTextEdit *note = dialog->addText(tr("What was done (optional, Ctrl+Enter resolves)"));
    ask(dialog, ids, [this, dialog, note](const Ids &left) {
        Session &session = m_context.session;
        const std::string words = note->toPlainText().trimmed().toStdString();
        start(
            "resolve", left, [&session, words](const IncidentId &id) { return session.resolve(id, words); },
            [](int count, const QString &title) {
                return count == 1 ? tr("“%1” resolved.").arg(title) : tr("%n incident(s) resolved.", nullptr, count);
            },
            [&session](const IncidentId &id) { return session.reopen(id); }, dialog);
    });
}

void IncidentActions::reopen(const Ids &ids)
{
    Session &session = m_context.session;
    confirmed(ids, tr("Reopen these %n incident(s)?", nullptr, int(ids.size())), tr("Reopen"), [this, ids, &session] {
        start(
            "reopen", ids, [&session](const IncidentId &id) { return session.reopen(id); },
            [](int count, const QString &title) {
                return count == 1 ? tr("“%1” is open again.").arg(title)
                                  : tr("%n incident(s) are open again.", nullptr, count);
            },
            {});
    });
}

void IncidentActions::create()
{
    auto *dialog = new NewIncidentDialog(m_window);
    const auto keys = std::make_shared<RequestKey<IncidentDraft>>();
    connect(dialog, &NewIncidentDialog::submitted, this, [this, dialog, keys] {
        dialog->setBusy(true);
        const IncidentDraft draft = keys->named(dialog->draft());
        whenDone(m_context.session.create(draft), dialog, [this, dialog, keys](const Result<Incident> &made) {
            dialog->setBusy(false);
            if (!made) {
                keys->failed(made.error());
                const ErrorWords words = errorWords(made.error());
                dialog->showProblem(QString(words.what % QLatin1Char(' ') % words.advice), made.error().field);
                return;
            }
            m_context.notices.say(tr("“%1” created.").arg(toQString(made->title)));
            const IncidentId id = made->id;
            dialog->accept();
            Q_EMIT created(id);
        });
    });
    dialog->open();
}

} // namespace vigie
