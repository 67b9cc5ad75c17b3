// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QUrl>

class QLabel;
class QLineEdit;
class QVBoxLayout;

namespace vigie {

struct UiContext;
struct SourceStatus;

/// Where a webhook is called.
QUrl webhookAddress(const QUrl &server, const std::string &sourceId);

/// What its sender needs, each with a button that copies it: the address and the token, which is shown this once.
/// Deletes itself.
class WebhookDialog : public QDialog {
    Q_OBJECT
public:
    WebhookDialog(UiContext &context, const SourceStatus &source, const QString &token, QWidget *parent);

private:
    QLineEdit *addValue(QVBoxLayout *column, const QString &name, const QString &label, const QString &value);
};

} // namespace vigie
