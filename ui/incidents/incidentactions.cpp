// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/incidents/incidentactions.h"

#include "backend/client/requestkey.h"
#include "ui/incidents/incidentdialog.h"
#include "ui/shell/notices.h"
#include "ui/text/incidentwords.h"
#include "ui/text/words.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QWidget>

#include <algorithm>

namespace vigie {

namespace {

/// Sends a wish under its key, and tells the key what became of it.
template<typename Draft, typename Send>
QFuture<Result<Incident>> sentOnce(std::shared_ptr<RequestKey<Draft>> &key, const Draft &wish, Send send)
{
    if (!key)
        key = std::make_shared<RequestKey<Draft>>();
    return send(key->named(wish)).then(QtFuture::Launch::Sync, [key](const Result<Incident> &answer) {
        if (answer)
            key->succeeded();
        else
            key->failed(answer.error());
        return answer;
    });
}

} // namespace

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
                                const std::function<void()> &run)
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
    std::ranges::copy_if(wanted, std::back_inserter(ids), [&session](const IncidentId &id) {
        const Incident *incident = session.incident(id);
        return !incident || incident->status != IncidentStatus::Acknowledged;
    });
    if (ids.empty() && !wanted.empty())
        m_context.notices.say(tr("“%1” is acknowledged already.").arg(titleOf(wanted.front())), SeverityLook::Low);
    confirmed(ids, tr("Acknowledge these %n incident(s)?", nullptr, int(ids.size())), tr("Acknowledge"),
              [this, ids, &session] {
                  start({.kind = "acknowledge",
                         .run = [&session](const IncidentId &id) { return session.acknowledge(id); },
                         .done =
                             [](int count, const QString &title) {
                                 return count == 1 ? tr("“%1” acknowledged.").arg(title)
                                                   : tr("%n incident(s) acknowledged.", nullptr, count);
                             },
                         .restore = restoring(&IncidentActions::restoreState),
                         .ids = ids});
              });
}

IncidentActions::Restore IncidentActions::restoring(RestoreFunction way)
{
    return [this, way](const Incident &before, std::int64_t version) { return (this->*way)(before, version); };
}

void IncidentActions::assignToMe(const Ids &ids)
{
    Session &session = m_context.session;
    confirmed(ids, tr("Assign these %n incident(s) to you?", nullptr, int(ids.size())), tr("Assign to me"),
              [this, ids, me = session.user().name, &session] {
                  start({.kind = "assign",
                         .run = [&session, me](const IncidentId &id) { return session.assign(id, me); },
                         .done =
                             [](int count, const QString &title) {
                                 return count == 1 ? tr("“%1” is yours.").arg(title)
                                                   : tr("%n incident(s) are yours.", nullptr, count);
                             },
                         .restore = restoring(&IncidentActions::restoreOwner),
                         .ids = ids});
              });
}

void IncidentActions::assignTo(const Ids &ids)
{
    if (ids.empty())
        return;
    auto *dialog = new TargetDialog(tr("Assign %n incident(s)", nullptr, int(ids.size())), titlesOf(ids), tr("Assign"),
                                    m_window);
    QLineEdit *who = dialog->addLine(tr("To whom (empty: nobody)"), toQString(m_context.session.user().name));
    ask(dialog, ids, [this, dialog, who](const Ids &left) {
        Session &session = m_context.session;
        const QString owner = who->text().trimmed();
        start({.kind = "assign",
               .run = [&session, owner](const IncidentId &id) { return session.assign(id, owner.toStdString()); },
               .done =
                   [owner](int count, const QString &title) {
                       const QString name = owner.isEmpty() ? tr("nobody") : owner;
                       return count == 1 ? tr("“%1” assigned to %2.").arg(title, name)
                                         : tr("%n incident(s) assigned to %1.", nullptr, count).arg(name);
                   },
               .restore = restoring(&IncidentActions::restoreOwner),
               .ids = left,
               .dialog = dialog});
    });
}

void IncidentActions::comment(const Ids &ids)
{
    if (ids.empty())
        return;
    auto *dialog = new TargetDialog(tr("Comment on %n incident(s)", nullptr, int(ids.size())), titlesOf(ids),
                                    tr("Comment"), m_window);
    QPlainTextEdit *text = dialog->addText(tr("Comment"), true);
    const auto keys = std::make_shared<std::map<IncidentId, ChangeKey>>();
    ask(dialog, ids, [this, dialog, text, keys](const Ids &left) {
        IncidentChange wish;
        wish.comment = text->toPlainText().trimmed().toStdString();
        start({.kind = {},
               .run = [this, keys, wish](const IncidentId &id) { return sendComment(id, wish, (*keys)[id]); },
               .done =
                   [](int count, const QString &title) {
                       return count == 1 ? tr("Comment added to “%1”.").arg(title)
                                         : tr("Comment added to %n incident(s).", nullptr, count);
                   },
               .ids = left,
               .dialog = dialog});
    });
}

QFuture<Result<Incident>> IncidentActions::sendComment(const IncidentId &id, const IncidentChange &wish, ChangeKey &key)
{
    return sentOnce(key, wish,
                    [this, &id](IncidentChange named) { return m_context.session.change(id, std::move(named)); });
}

void IncidentActions::comment(const IncidentId &id, const QString &text, std::function<void(bool)> done)
{
    IncidentChange wish;
    wish.comment = text.toStdString();
    const Incident *known = m_context.session.incident(id);
    whenDone(sendComment(id, wish, m_commentKeys[id]), this,
             [this, id, sentOn = known ? known->version : 0, done = std::move(done)](const Result<Incident> &answer) {
                 if (answer)
                     noteOwn(*answer, sentOn);
                 else
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
        start({.kind = "snooze",
               .run = [&session, until](const IncidentId &id) { return session.snooze(id, until); },
               .done =
                   [words](int count, const QString &title) {
                       return count == 1 ? tr("“%1” snoozed for %2.").arg(title, words)
                                         : tr("%n incident(s) snoozed for %1.", nullptr, count).arg(words);
                   },
               .restore = restoring(&IncidentActions::restoreState),
               .ids = left,
               .dialog = dialog});
    });
}

void IncidentActions::resolve(const Ids &ids)
{
    if (ids.empty())
        return;
    auto *dialog = new TargetDialog(tr("Resolve %n incident(s)", nullptr, int(ids.size())), titlesOf(ids),
                                    tr("Resolve"), m_window);
    QPlainTextEdit *note = dialog->addText(tr("What was done (optional, Ctrl+Enter resolves)"));
    const auto keys = std::make_shared<std::map<IncidentId, std::shared_ptr<RequestKey<IncidentResolution>>>>();
    ask(dialog, ids, [this, dialog, note, keys](const Ids &left) {
        Session &session = m_context.session;
        IncidentResolution wish;
        wish.note = note->toPlainText().trimmed().toStdString();
        start({.kind = "resolve",
               .run =
                   [&session, keys, wish](const IncidentId &id) mutable {
                       const Incident *known = session.incident(id);
                       wish.version = known ? std::optional(known->version) : std::nullopt;
                       return sentOnce((*keys)[id], wish, [&session, &id](const IncidentResolution &named) {
                           return session.resolveAs(id, named);
                       });
                   },
               .done =
                   [](int count, const QString &title) {
                       return count == 1 ? tr("“%1” resolved.").arg(title)
                                         : tr("%n incident(s) resolved.", nullptr, count);
                   },
               .restore = restoring(&IncidentActions::restoreResolved),
               .ids = left,
               .dialog = dialog});
    });
}

void IncidentActions::reopen(const Ids &ids)
{
    Session &session = m_context.session;
    confirmed(ids, tr("Reopen these %n incident(s)?", nullptr, int(ids.size())), tr("Reopen"), [this, ids, &session] {
        start({.kind = "reopen",
               .run = [&session](const IncidentId &id) { return session.reopen(id); },
               .done =
                   [](int count, const QString &title) {
                       return count == 1 ? tr("“%1” is open again.").arg(title)
                                         : tr("%n incident(s) are open again.", nullptr, count);
                   },
               .ids = ids});
    });
}

/// The dialog may be put away while the answer is under way; what became of the incident is said all the same.
void IncidentActions::create()
{
    auto *dialog = new NewIncidentDialog(m_window);
    const auto keys = std::make_shared<RequestKey<IncidentDraft>>();
    connect(dialog, &NewIncidentDialog::submitted, this, [this, dialog, keys] {
        dialog->setBusy(true);
        const IncidentDraft draft = keys->named(dialog->draft());
        whenDone(m_context.session.create(draft), this,
                 [this, dialog = QPointer<NewIncidentDialog>(dialog), keys,
                  title = toQString(draft.title)](const Result<Incident> &made) {
                     NewIncidentDialog *open = dialog && dialog->isVisible() ? dialog.data() : nullptr;
                     if (open)
                         open->setBusy(false);
                     if (made) {
                         sayCreated(*made, open);
                         return;
                     }
                     keys->failed(made.error());
                     const ErrorWords words = errorWords(made.error());
                     if (open)
                         open->showProblem(QString(words.what % QLatin1Char(' ') % words.advice), made.error().field);
                     else
                         m_context.notices.sayFailed(tr("“%1” was not created.").arg(title), made.error());
                 });
    });
    dialog->open();
}

void IncidentActions::sayCreated(const Incident &made, QDialog *dialog)
{
    m_context.notices.say(tr("“%1” created.").arg(toQString(made.title)));
    if (!dialog)
        return; // whoever put it away looks at something else by now
    const IncidentId id = made.id;
    dialog->accept();
    Q_EMIT created(id);
}

} // namespace vigie
