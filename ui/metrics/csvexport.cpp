// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/metrics/metricspage.h"
#include "ui/shell/notices.h"

#include <QFileDialog>
#include <QFutureWatcher>
#include <QSaveFile>
#include <QtConcurrentRun>

namespace vigie {

namespace {
/// Values of their own: the page goes on appending to its buffers.
std::vector<LoadedSeries> copiedSeries(const std::vector<LoadedSeries> &series)
{
    std::vector<LoadedSeries> out = series;
    for (LoadedSeries &line : out)
        line.samples = std::make_shared<SampleBuffer>(*line.samples);
    return out;
}

Result<> writeSeries(const QString &file, const std::vector<LoadedSeries> &series)
{
    QSaveFile out(file);
    const QByteArray text = toCsv(series);
    if (!out.open(QIODevice::WriteOnly) || out.write(text) != text.size() || !out.commit())
        return vigie::fail(Error::Code::Unavailable, out.errorString().toStdString());
    return {};
}
} // namespace

void MetricsPage::exportCsv()
{
    if (!hasData()) {
        context().notices.say(tr("There is nothing to export."), SeverityLook::Medium);
        return;
    }
    auto *dialog = new QFileDialog(window(), tr("Export as CSV"), {}, tr("Comma-separated values (*.csv)"));
    dialog->setObjectName(QStringLiteral("metrics.exportDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("csv"));
    connect(dialog, &QFileDialog::fileSelected, this, &MetricsPage::writeCsv);
    dialog->open();
}

void MetricsPage::writeCsv(const QString &file)
{
    auto *watcher = new QFutureWatcher<Result<>>(this);
    connect(watcher, &QFutureWatcher<Result<>>::finished, this, [this, watcher, file] {
        watcher->deleteLater();
        const Result<> result = watcher->result();
        if (result)
            context().notices.say(tr("Written to %1.").arg(file));
        else
            context().notices.say(
                tr("%1 could not be written: %2").arg(file, QString::fromStdString(result.error().detail)),
                SeverityLook::High);
    });
    watcher->setFuture(QtConcurrent::run(writeSeries, file, copiedSeries(m_series)));
}

} // namespace vigie
