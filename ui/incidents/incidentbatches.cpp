// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
// How IncidentActions sends, what it says afterwards, and how it takes something back.
#include "ui/incidents/incidentactions.h"
#include "ui/incidents/incidentdialog.h"
#include "ui/shell/notices.h"
#include "ui/text/incidentwords.h"
#include "ui/text/words.h"
#include "widgets/severitychip.h"
#include "widgets/statechip.h"

#include <QPromise>
#include <QWidget>

#include <algorithm>

namespace vigie {

namespace {

QString nobodyOr(const std::string &owner)
{
    return owner.empty() ? IncidentActions::tr("nobody") : toQString(owner);
}

const Incident *named(const std::vector<Incident> &incidents, const IncidentId &id)
{
    const auto found
        = std::find_if(incidents.begin(), incidents.end(), [&id](const Incident &one) { return one.id == id; });
    return found == incidents.end() ? nullptr : &*found;
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

void IncidentActions::start(Batch wanted)
{
    const auto batch = std::make_shared<Batch>(std::move(wanted));
    batch->ids = freeOf(batch->ids, batch->kind);
    batch->open = batch->ids.size();
    if (batch->dialog && batch->ids.empty())
        batch->dialog->showProblem({}); // why was said
    const bool isKnown = !batch->before.empty();
    for (const IncidentId &id : batch->ids) {
        if (const Incident *known = m_context.session.incident(id)) {
            batch->sentOn[id] = known->version;
            if (!isKnown)
                batch->before.push_back(*known);
        }
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
    if (answer) {
        noteOwn(*answer, batch->sentOn[id]);
        batch->succeeded.push_back(*answer);
    } else {
        batch->failed.emplace_back(id, answer.error());
    }
    if (!batch->kind.empty())
        m_busy.erase(id);
    Q_EMIT busyChanged();
    if (--batch->open == 0)
        finish(batch);
}

/// An answer that is no newer than what was known changed nothing: its version may be anybody's.
void IncidentActions::noteOwn(const Incident &answer, std::int64_t sentOn)
{
    if (answer.version > sentOn)
        m_ownVersions[answer.id].insert(answer.version);
}

/// Every change counts the version up by one: what follows ours without a gap is ours, too.
std::int64_t IncidentActions::lastOwnVersion(const Incident &answer) const
{
    std::int64_t version = answer.version;
    if (const auto own = m_ownVersions.find(answer.id); own != m_ownVersions.end()) {
        while (own->second.contains(version + 1))
            ++version;
    }
    return version;
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
    const QString text = batch->done(int(batch->succeeded.size()), titleOf(batch->succeeded.front().id));
    const bool wasKnown = std::all_of(batch->succeeded.begin(), batch->succeeded.end(),
                                      [&](const Incident &answer) { return named(batch->before, answer.id); });
    if (batch->restore && wasKnown)
        m_context.notices.offerUndo(text, this, [this, batch] { undo(batch); });
    else
        m_context.notices.say(text);
}

/// Names the version of our own answers, so that what somebody else did since is not overwritten but shown. A second
/// try is made on what was shown.
void IncidentActions::undo(const BatchPointer &batch)
{
    Ids ids;
    const auto versions = std::make_shared<std::map<IncidentId, std::int64_t>>();
    for (const Incident &answer : batch->succeeded) {
        ids.push_back(answer.id);
        versions->emplace(answer.id, lastOwnVersion(answer));
    }
    start({.kind = "undo",
           .run =
               [this, batch, versions](const IncidentId &id) {
                   const Incident *now = m_context.session.incident(id);
                   const auto own = versions->extract(id);
                   return batch->restore(*named(batch->before, id), own ? own.mapped() : now ? now->version : 0);
               },
           .done =
               [](int count, const QString &title) {
                   return count == 1 ? tr("Undone for “%1”.").arg(title)
                                     : tr("Undone for %n incident(s).", nullptr, count);
               },
           .ids = std::move(ids),
           .before = batch->succeeded});
}

/// As it was: open, acknowledged, or snoozed where that time is not over yet.
QFuture<Result<Incident>> IncidentActions::restoreState(const Incident &before, std::int64_t version)
{
    IncidentChange back;
    back.version = version;
    back.status = before.status;
    if (before.status == IncidentStatus::Snoozed) {
        if (before.snoozedUntil > m_context.clock.now() + m_context.session.clockOffset())
            back.snoozedUntil = before.snoozedUntil;
        else
            back.status = IncidentStatus::Open;
    }
    return m_context.session.change(before.id, std::move(back));
}

/// A resolved incident can only be reopened; what it was more follows on that.
QFuture<Result<Incident>> IncidentActions::restoreResolved(const Incident &before, std::int64_t version)
{
    IncidentChange reopen;
    reopen.version = version;
    reopen.status = IncidentStatus::Open;
    QFuture<Result<Incident>> reopened = m_context.session.change(before.id, std::move(reopen));
    if (before.status == IncidentStatus::Open)
        return reopened;
    const auto promise = std::make_shared<QPromise<Result<Incident>>>();
    promise->start();
    const auto finish = [promise](const Result<Incident> &answer) {
        promise->addResult(answer);
        promise->finish();
    };
    whenDone(reopened, this, [this, before, finish](const Result<Incident> &answer) {
        if (!answer) {
            finish(answer);
            return;
        }
        noteOwn(*answer, answer->version - 1);
        whenDone(restoreState(before, answer->version), this, finish);
    });
    return promise->future();
}

QFuture<Result<Incident>> IncidentActions::restoreOwner(const Incident &before, std::int64_t version)
{
    IncidentChange back;
    back.version = version;
    back.owner = before.owner;
    return m_context.session.change(before.id, std::move(back));
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
        const Incident *before = named(batch->before, id);
        const QString difference = before ? incidentDifference(*before, now->incident) : QString();
        const QString text = difference.isEmpty()
            ? tr("“%1” was changed by somebody else in the meantime.").arg(titleOf(id))
            : tr("“%1” was changed by somebody else in the meantime (%2).").arg(titleOf(id), difference);
        m_context.notices.offer(
            text, tr("Try again"), this,
            [this, batch, id] {
                start({.kind = batch->kind,
                       .run = batch->run,
                       .done = batch->done,
                       .restore = batch->restore,
                       .ids = {id}});
            },
            SeverityLook::High, 0);
    });
}

} // namespace vigie
