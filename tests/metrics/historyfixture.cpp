// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/metrics/historyfixture.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace vigie::test {

QString HistoryFixture::memoryFolder()
{
    const QString memory = QStringLiteral("/dev/shm");
    const QString folder = QFileInfo(memory).isWritable() ? memory : QDir::tempPath();
    return folder + QStringLiteral("/vigie-history-XXXXXX");
}

std::unique_ptr<MetricHistory> HistoryFixture::open(bool onDisk)
{
    MetricHistoryOptions options;
    options.directory = onDisk ? directory() : std::string();
    options.limits = limits;
    options.flushInterval = Duration(0);
    auto history = MetricHistory::open(std::move(options), clock);
    if (!history)
        qFatal("%s", history.error().detail.c_str());
    return *std::move(history);
}

void HistoryFixture::append(MetricHistory &history, std::vector<SeriesSample> samples, const char *source) const
{
    history.append({SourceId {source}, clock.now(), std::move(samples)});
}

std::vector<std::string> HistoryFixture::files(std::string_view prefix) const
{
    std::vector<std::string> out;
    for (const auto &entry : std::filesystem::directory_iterator(directory())) {
        if (entry.path().filename().string().starts_with(prefix))
            out.push_back(entry.path().filename().string());
    }
    std::sort(out.begin(), out.end());
    return out;
}

std::string HistoryFixture::readFile(const std::string &name) const
{
    std::ifstream in(directory() + "/" + name, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

void HistoryFixture::writeFile(const std::string &name, std::string_view bytes) const
{
    std::ofstream out(directory() + "/" + name, std::ios::binary | std::ios::trunc);
    out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

std::size_t sampleCount(const MetricHistory &history, const char *selector, Timestamp from, Timestamp to)
{
    std::size_t count = 0;
    for (const WindowSummary &window : history.window(selected(selector), from, to))
        count += window.summary.count;
    return count;
}

Selector selected(std::string_view text)
{
    auto selector = Selector::parse(text);
    if (!selector)
        qFatal("%s", selector.error().detail.c_str());
    return *std::move(selector);
}

} // namespace vigie::test
