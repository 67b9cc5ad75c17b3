// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/words.h"

#include "widgets/severitychip.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <map>
#include <string_view>

namespace vigie {

namespace {

/// A class only to give the strings below one context in the translations.
struct Words {
    Q_DECLARE_TR_FUNCTIONS(Words)
};

ErrorWords wayWords(Error::Code code)
{
    switch (code) {
    case Error::Code::Timeout:
        return {Words::tr("The server did not answer in time."),
                Words::tr("Try again; if it stays so, check the server's load.")};
    case Error::Code::Unreachable:
        return {Words::tr("The server cannot be reached."), Words::tr("Check its address and the network.")};
    case Error::Code::Protocol:
        return {Words::tr("The server sent an answer that makes no sense."),
                Words::tr("Check that the address is that of a vigied of the same version.")};
    case Error::Code::Unavailable:
        return {Words::tr("The server is not available at the moment."), Words::tr("Try again in a few seconds.")};
    case Error::Code::RateLimited:
        return {Words::tr("There were too many requests."), Words::tr("Wait a moment and try again.")};
    case Error::Code::Cancelled:
        return {Words::tr("The request was cancelled."), Words::tr("Try again.")};
    default:
        return {Words::tr("Something went wrong inside."), Words::tr("Look into the server's log.")};
    }
}

/// What people know of a JSON pointer is its last part, and that by the word in the form.
QString fieldWord(const std::string &field)
{
    static const std::map<std::string_view, const char *> words {
        {"title", QT_TRANSLATE_NOOP("Words", "Title")},
        {"description", QT_TRANSLATE_NOOP("Words", "Description")},
        {"severity", QT_TRANSLATE_NOOP("Words", "Severity")},
        {"service", QT_TRANSLATE_NOOP("Words", "Service")},
        {"category", QT_TRANSLATE_NOOP("Words", "Category")},
        {"owner", QT_TRANSLATE_NOOP("Words", "Owner")},
        {"comment", QT_TRANSLATE_NOOP("Words", "Comment")},
        {"note", QT_TRANSLATE_NOOP("Words", "Note")},
        {"labels", QT_TRANSLATE_NOOP("Words", "Labels")},
        {"snoozedUntil", QT_TRANSLATE_NOOP("Words", "Snoozed until")},
        {"name", QT_TRANSLATE_NOOP("Words", "Name")},
        {"target", QT_TRANSLATE_NOOP("Words", "Target")},
        {"query", QT_TRANSLATE_NOOP("Words", "Query")},
    };
    const std::string last = field.substr(field.rfind('/') + 1);
    const auto found = words.find(last);
    return found == words.end() ? toQString(last) : Words::tr(found->second);
}

/// What a daemon says of the values people write (backend/monitoring/sourceconfig.cpp).
constexpr std::array knownReasons {
    QT_TRANSLATE_NOOP("Words", "the URL has no IPv6 address in its brackets"),
    QT_TRANSLATE_NOOP("Words", "the URL's port is no number from 1 to 65535"),
    QT_TRANSLATE_NOOP("Words", "expected an URL that starts with http:// or https://"),
    QT_TRANSLATE_NOOP("Words", "the URL names no host"),
    QT_TRANSLATE_NOOP("Words", "the URL must not contain a user or password; use the members user and password"),
    QT_TRANSLATE_NOOP("Words", "the URL contains a space or a control character"),
    QT_TRANSLATE_NOOP("Words", "expected the base URL, without query or fragment"),
    QT_TRANSLATE_NOOP("Words", "expected 1 to 32 statuses or ranges"),
    QT_TRANSLATE_NOOP("Words", "expected statuses from 100 to 599, as in 200-299"),
    QT_TRANSLATE_NOOP("Words", "expected statuses from 100 to 599, as in 200-299,301"),
    QT_TRANSLATE_NOOP("Words", "expected a domain name to look up"),
    QT_TRANSLATE_NOOP("Words", "expected the IP address of a name server, optionally with a port"),
    QT_TRANSLATE_NOOP("Words", "expected 1 to 128 characters without control characters or spaces around"),
    QT_TRANSLATE_NOOP("Words", "expected at most 2048 characters"),
    QT_TRANSLATE_NOOP("Words", "expected 1 second to 1 day"),
    QT_TRANSLATE_NOOP("Words", "expected 0.1 seconds to 5 minutes"),
    QT_TRANSLATE_NOOP("Words", "a token must not contain spaces or control characters"),
    QT_TRANSLATE_NOOP("Words", "expected a token of at least 16 characters"),
    QT_TRANSLATE_NOOP("Words", "expected either a user or a bearer token"),
    QT_TRANSLATE_NOOP("Words", "this machine has no target"),
    QT_TRANSLATE_NOOP("Words", "a webhook has no target; it is called"),
};

/// The server's most frequent reasons in the language of the console; others as they are.
QString invalidReason(const std::string &detail)
{
    static const QRegularExpression tooLong(QStringLiteral("^longer than ([0-9]+) bytes(.*)$"));
    static const QRegularExpression empty(QStringLiteral("^must not be empty(.*)$"));
    QString text = toQString(detail);
    if (const auto match = tooLong.match(text); match.hasMatch())
        return QString(Words::tr("longer than %1 bytes").arg(match.captured(1)) % match.captured(2));
    if (const auto match = empty.match(text); match.hasMatch())
        return QString(Words::tr("it must not be empty") % match.captured(1));
    const auto known = std::find(knownReasons.begin(), knownReasons.end(), std::string_view(detail));
    return known == knownReasons.end() ? text : Words::tr(*known);
}

} // namespace

ErrorWords errorWords(const Error &error)
{
    switch (error.code) {
    case Error::Code::NotFound:
        return {Words::tr("It does not exist any more."), Words::tr("Refresh with F5.")};
    case Error::Code::Unauthenticated:
        return {Words::tr("You are not signed in any more."), Words::tr("Sign in again from the profile menu.")};
    case Error::Code::Denied:
        return {Words::tr("You may not do this."), Words::tr("Ask an administrator for the role it needs.")};
    case Error::Code::Invalid:
        if (!error.field.empty() && !error.detail.empty())
            return {Words::tr("The value of “%1” is not accepted: %2.", "1: field, 2: why")
                        .arg(fieldWord(error.field), invalidReason(error.detail)),
                    Words::tr("Correct it and try again.")};
        if (!error.field.empty())
            return {Words::tr("The value of “%1” is not accepted.").arg(fieldWord(error.field)),
                    Words::tr("Correct it and try again.")};
        return {Words::tr("What was sent is not accepted."), Words::tr("Correct it and try again.")};
    case Error::Code::Conflict:
        return {Words::tr("Somebody changed it in the meantime."), Words::tr("Look at the new state, then try again.")};
    case Error::Code::TooLarge:
        return {Words::tr("It is too large."), Words::tr("Ask for less: a shorter range or fewer series.")};
    default:
        return wayWords(error.code);
    }
}

Panel::Problem problemOf(const Error &error, bool retry)
{
    ErrorWords words = errorWords(error);
    if (error.code == Error::Code::Internal)
        words.advice = Words::tr("Copy the id below and look into the server's log.");
    const std::string_view code = errorCodeName(error.code);
    QString id = QString::fromUtf8(code.data(), qsizetype(code.size()));
    if (!error.detail.empty())
        id += QString(QLatin1String(": ") % toQString(error.detail));
    return {words.what, words.advice, id, retry ? Words::tr("Try again") : QString()};
}

QString errorLine(const QString &what, const Error &error)
{
    const ErrorWords words = errorWords(error);
    return Words::tr("%1 %2 %3", "1: what failed, 2: why, 3: what to do").arg(what, words.what, words.advice);
}

QString refusalReason(const Error &error)
{
    // What a pattern is wrong at, its parser says, in English.
    if (error.field.ends_with("bodyMatch") || error.field.ends_with("expectAnswer"))
        return Words::tr("no valid regular expression (%1)", "1: what is wrong").arg(toQString(error.detail));
    return error.detail.empty() ? Words::tr("the server does not accept it") : invalidReason(error.detail);
}

QString sessionStateWord(Session::State state)
{
    switch (state) {
    case Session::State::Offline:
        return Words::tr("Offline");
    case Session::State::Connecting:
        return Words::tr("Connecting");
    case Session::State::Authenticating:
        return Words::tr("Signing in");
    case Session::State::Live:
        return Words::tr("Connected");
    case Session::State::Stale:
        return Words::tr("No answer");
    case Session::State::Lost:
        return Words::tr("No connection");
    case Session::State::Denied:
        return Words::tr("Access denied");
    }
    return {};
}

QString sourceKindWord(SourceKind kind)
{
    switch (kind) {
    case SourceKind::Host:
        return Words::tr("This machine");
    case SourceKind::HttpProbe:
        return Words::tr("HTTP probe");
    case SourceKind::TcpProbe:
        return Words::tr("TCP probe");
    case SourceKind::DnsProbe:
        return Words::tr("DNS probe");
    case SourceKind::Prometheus:
        return QStringLiteral("Prometheus");
    case SourceKind::Alertmanager:
        return QStringLiteral("Alertmanager");
    case SourceKind::Webhook:
        return Words::tr("Webhook");
    }
    return {};
}

QString profileName(const Profile &profile)
{
    if (!profile.name.isEmpty())
        return profile.name;
    return profile.isPrivate() ? Words::tr("This machine") : profile.id;
}

QString profileLabel(const Profile &profile)
{
    const QString name = profileName(profile);
    return profile.user.isEmpty() ? name : Words::tr("%1 (%2)", "1: name of a server, 2: user").arg(name, profile.user);
}

QString severityValueWord(const std::string &value)
{
    const Result<Severity> severity = severityFromName(value);
    return severity ? severityWord(lookOf(*severity)) : toQString(value);
}

} // namespace vigie
