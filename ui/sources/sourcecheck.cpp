// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sources/sourcecheck.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QUrl>

namespace vigie {

namespace {
struct SourceCheckText {
    Q_DECLARE_TR_FUNCTIONS(SourceCheck)
};

std::optional<QString> urlProblem(const QString &target)
{
    const QUrl url(target, QUrl::StrictMode);
    const QString scheme = url.scheme().toLower();
    if (scheme != QLatin1String("http") && scheme != QLatin1String("https"))
        return SourceCheckText::tr("The address must begin with http:// or https://.");
    if (!url.isValid() || url.host().isEmpty())
        return SourceCheckText::tr("This is no complete address: the host is missing or not valid.");
    if (!url.userInfo().isEmpty())
        return SourceCheckText::tr("Leave user and password out of the address: it is visible to everybody.");
    return {};
}

std::optional<QString> hostPortProblem(const QString &target)
{
    // IPv6 addresses stand in brackets, else their colons would hide the port's.
    static const QRegularExpression shape(QStringLiteral(R"(^(\[[0-9A-Fa-f:.%]+\]|[^\s:\[\]/]+):([0-9]{1,5})$)"));
    const QRegularExpressionMatch match = shape.match(target);
    if (!match.hasMatch())
        return SourceCheckText::tr("Write host and port, as in db.example.org:5432 or [2001:db8::1]:22.");
    const int port = match.captured(2).toInt();
    if (port < 1 || port > 65535)
        return SourceCheckText::tr("The port must lie between 1 and 65535.");
    return {};
}

std::optional<QString> dnsProblem(const QString &target)
{
    static const QRegularExpression shape(QStringLiteral(
        R"(^(?=.{1,254}$)([A-Za-z0-9_]([A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?)(\.[A-Za-z0-9_]([A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?)*\.?$)"));
    if (!shape.match(target).hasMatch())
        return SourceCheckText::tr("This is no host name.");
    return {};
}

std::optional<QString> targetProblem(const SourceDraft &draft)
{
    const QString target = QString::fromStdString(draft.target);
    if (draft.kind == SourceKind::Webhook)
        return {};
    if (target.trimmed().isEmpty())
        return SourceCheckText::tr("Say what is to be watched.");
    switch (draft.kind) {
    case SourceKind::HttpProbe:
    case SourceKind::Prometheus:
    case SourceKind::Alertmanager:
        return urlProblem(target);
    case SourceKind::TcpProbe:
        return hostPortProblem(target);
    case SourceKind::DnsProbe:
        return dnsProblem(target);
    case SourceKind::Host:
    case SourceKind::Webhook:
        break;
    }
    return {};
}

std::optional<QString> statusProblem(const std::string &text)
{
    static const QRegularExpression shape(QStringLiteral(
        R"(^\s*[1-5][0-9][0-9](\s*-\s*[1-5][0-9][0-9])?(\s*,\s*[1-5][0-9][0-9](\s*-\s*[1-5][0-9][0-9])?)*\s*$)"));
    if (text.empty() || shape.match(QString::fromStdString(text)).hasMatch())
        return {};
    return SourceCheckText::tr("Write statuses as in 200, 200-299 or 200,301-308.");
}
} // namespace

std::optional<FieldProblem> checkSourceDraft(const SourceDraft &draft)
{
    if (QString::fromStdString(draft.name).trimmed().isEmpty())
        return FieldProblem {.field = "name", .sentence = SourceCheckText::tr("Give it a name.")};
    if (draft.name.size() > 128)
        return FieldProblem {.field = "name", .sentence = SourceCheckText::tr("The name is too long.")};
    // What a daemon demands of it (backend/monitoring/sourceconfig.h).
    if (draft.kind == SourceKind::Webhook && draft.webhookToken.size() < 16)
        return FieldProblem {.field = "webhookToken",
                             .sentence = SourceCheckText::tr("The token must have 16 characters or more.")};
    if (const auto problem = targetProblem(draft))
        return FieldProblem {.field = "target", .sentence = *problem};
    if (const auto problem = statusProblem(draft.expectStatus))
        return FieldProblem {.field = "expectStatus", .sentence = *problem};
    if (draft.interval && draft.timeout && *draft.timeout > *draft.interval)
        return FieldProblem {.field = "timeoutSeconds",
                             .sentence = SourceCheckText::tr("The time limit must not be longer than the interval.")};
    return {};
}

} // namespace vigie
