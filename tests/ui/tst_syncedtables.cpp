// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/client/incidentcache.h"
#include "ui/models/changemodel.h"
#include "ui/models/metriclistmodel.h"
#include "ui/models/sourcemodel.h"
#include "ui/models/texttablemodel.h"
#include "ui/models/topincidentsmodel.h"
#include "widgets/severitychip.h"
#include "widgets/statechip.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include <random>

using namespace vigie;
using namespace std::chrono_literals;

namespace {
TextRow textRow(const QString &id, const QString &text = {})
{
    TextRow row;
    row.id = id;
    row.cells = {text.isEmpty() ? id : text};
    return row;
}

SourceStatus sourceStatus(const std::string &id, SourceState state, Timestamp since = fromMicros(0))
{
    SourceStatus status;
    status.id = {id};
    status.name = "Source " + id;
    status.kind = SourceKind::HttpProbe;
    status.target = "https://" + id + ".example.org/";
    status.state = state;
    status.since = since;
    return status;
}

QStringList column(const QAbstractItemModel &model, int number)
{
    QStringList out;
    for (int row = 0; row < model.rowCount(); ++row)
        out.append(model.index(row, number).data().toString());
    return out;
}
} // namespace

class TestSyncedTables : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void anyListBecomesAnyOther();
    void smallestSignals();
    void sourcesSortAndFilter();
    void sourceTexts();
    void sourceTicksOnlyWhatIsSeen();
    void changesNewestFirst();
    void changeSentences_data();
    void changeSentences();
    void topIncidentsAgreeWithSorting();
    void prometheusAnswers();
    void metricsAreFound();
};

/// Property: whatever the lists, sync() ends with the wanted one, the tester agrees with every signal, and persistent
/// indexes still name their rows.
void TestSyncedTables::anyListBecomesAnyOther()
{
    TextTableModel model;
    model.setHeaders({QStringLiteral("Text")});
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    std::mt19937 random(20261121);
    for (int round = 0; round < 500; ++round) {
        std::vector<TextRow> wanted;
        for (int i = 0; i < 20; ++i) {
            if (random() % 3 != 0)
                wanted.push_back(textRow(QString::number(i), QString::number(random() % 4)));
        }
        std::shuffle(wanted.begin(), wanted.end(), random);
        QList<QPersistentModelIndex> kept;
        QStringList ids;
        for (int row = 0; row < model.rowCount(); ++row) {
            kept.append(model.index(row, 0));
            ids.append(model.row(row).id);
        }
        model.sync(wanted);
        QVERIFY(model.rows() == wanted);
        for (qsizetype i = 0; i < kept.size(); ++i) {
            const bool there = model.rowOf(ids[i]) >= 0;
            QCOMPARE(kept[i].isValid(), there);
            if (there)
                QCOMPARE(kept[i].data(TextTableModel::IdRole).toString(), ids[i]);
        }
    }
    QCOMPARE(resets.count(), 0);
}

void TestSyncedTables::smallestSignals()
{
    TextTableModel model;
    model.setHeaders({QStringLiteral("Text")});
    const auto rows = [](std::initializer_list<const char *> ids) {
        std::vector<TextRow> out;
        for (const char *id : ids)
            out.push_back(textRow(QLatin1String(id)));
        return out;
    };
    model.sync(rows({"a", "b", "e"}));
    QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    QSignalSpy moved(&model, &QAbstractItemModel::layoutChanged);
    model.sync(rows({"a", "b", "c", "d", "e"}));
    QCOMPARE(inserted.count(), 1); // c and d in one go
    QCOMPARE(inserted.first().at(1).toInt(), 2);
    QCOMPARE(inserted.first().at(2).toInt(), 3);
    model.sync(rows({"a", "e"}));
    QCOMPARE(removed.count(), 1);
    QCOMPARE(changed.count() + moved.count(), 0);
    std::vector<TextRow> other = rows({"a", "e"});
    other[1].cells = {QStringLiteral("new")};
    model.sync(other);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(changed.first().first().toModelIndex().row(), 1);
    model.sync(other);
    QCOMPARE(changed.count(), 1);
    // Neighbours in one go, all of them, and not the one behind them.
    std::vector<TextRow> four = rows({"a", "e", "f", "g"});
    four[1].cells = other[1].cells;
    model.sync(four);
    changed.clear();
    four[0].cells = four[1].cells = four[2].cells = {QStringLiteral("newer")};
    model.sync(four);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(changed.first().at(0).toModelIndex().row(), 0);
    QCOMPARE(changed.first().at(1).toModelIndex().row(), 2);
    model.sync(other);
    std::swap(other[0], other[1]);
    model.sync(other);
    QCOMPARE(moved.count(), 1);
}

void TestSyncedTables::sourcesSortAndFilter()
{
    SourceModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    std::map<SourceId, SourceStatus> sources;
    for (const auto &[id, state] : std::initializer_list<std::pair<const char *, SourceState>> {
             {"a", SourceState::Up}, {"b", SourceState::Down}, {"c", SourceState::Pending}, {"d", SourceState::Up}})
        sources[SourceId {id}] = sourceStatus(id, state);
    model.setSources(sources);
    QCOMPARE(column(model, SourceModel::Name),
             QStringList({QStringLiteral("Source b"), QStringLiteral("Source c"), QStringLiteral("Source a"),
                          QStringLiteral("Source d")}));
    const QPersistentModelIndex a = model.index(2, 0);
    model.sort(SourceModel::Name, Qt::DescendingOrder);
    QCOMPARE(column(model, SourceModel::Name).first(), QStringLiteral("Source d"));
    QCOMPARE(a.data(SourceModel::IdRole).toString(), QStringLiteral("a"));
    model.setFilter(QStringLiteral("b.example source"));
    QCOMPARE(column(model, SourceModel::Name), QStringList(QStringLiteral("Source b")));
    QCOMPARE(model.total(), 4);
    model.setFilter(QStringLiteral("nothing like this"));
    QCOMPARE(model.rowCount(), 0);
    QVERIFY(!model.source(QModelIndex()));
    model.setFilter({});
    sources.erase(SourceId {"b"});
    model.setSources(sources);
    QCOMPARE(model.rowCount(), 3);
    model.setBeingRemoved({SourceId {"c"}});
    QCOMPARE(model.index(model.rowOf(QStringLiteral("c")), 0).data().toString(), QStringLiteral("Being removed"));
    QVERIFY(model.index(model.rowOf(QStringLiteral("c")), 0).data(SourceModel::MutedRole).toBool());
}

void TestSyncedTables::sourceTexts()
{
    SourceModel model;
    model.setLocale(QLocale::c());
    const Timestamp now = fromMicros(1'700'000'000'000'000);
    model.setNow(now);
    SourceStatus status = sourceStatus("a", SourceState::Down, now - 90s);
    status.lastError = "connection refused";
    status.nextAttempt = now + 12s;
    status.lastDuration = 42ms;
    model.setSources({{status.id, status}});
    const auto text = [&](int number) { return model.index(0, number).data().toString(); };
    QCOMPARE(text(SourceModel::LastSuccess), QStringLiteral("never"));
    QCOMPARE(text(SourceModel::NextAttempt), QStringLiteral("in 12 s"));
    QCOMPARE(text(SourceModel::Latency), QStringLiteral("42 ms"));
    QCOMPARE(text(SourceModel::LastError), QStringLiteral("connection refused"));
    QCOMPARE(text(SourceModel::Since), QStringLiteral("1 min"));
    QVERIFY(sourceStateSentence(status, now, QLocale::c()).contains(QStringLiteral("connection refused")));
    QCOMPARE(model.index(0, SourceModel::State).data(SourceModel::StateRole).toInt(), int(StateLook::Down));
}

void TestSyncedTables::sourceTicksOnlyWhatIsSeen()
{
    SourceModel model;
    std::map<SourceId, SourceStatus> sources;
    for (int i = 0; i < 100; ++i)
        sources[SourceId {std::to_string(i)}] = sourceStatus(std::to_string(i), SourceState::Up);
    model.setSources(sources);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.tick(fromMicros(5'000'000), 10, 500);
    QVERIFY(changed.count() >= 1);
    for (const QList<QVariant> &signal : changed) {
        QCOMPARE(signal[0].toModelIndex().row(), 10);
        QCOMPARE(signal[1].toModelIndex().row(), 99);
    }
    changed.clear();
    model.tick(fromMicros(6'000'000), 0, -1);
    QCOMPARE(changed.count(), 0);
}

void TestSyncedTables::changesNewestFirst()
{
    ChangeModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    std::deque<RecentChange> changes;
    for (int i = 1; i <= 3; ++i) {
        RecentChange change;
        change.type = "incident.created";
        change.seq = i;
        change.title = "Incident " + std::to_string(i);
        change.severity = Severity::Critical;
        changes.push_back(change);
    }
    model.setChanges(changes);
    QCOMPARE(model.index(0, ChangeModel::What).data().toString(), QStringLiteral("Incident 3: opened"));
    QCOMPARE(model.index(0, 0).data(ChangeModel::SeverityRole).toInt(), int(SeverityLook::Critical));
    changes.pop_front();
    changes.push_back(changes.back());
    changes.back().seq = 4;
    QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    model.setChanges(changes);
    QCOMPARE(inserted.count(), 1);
    QCOMPARE(model.rowCount(), 3);
}

void TestSyncedTables::changeSentences_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<int>("status"); // -1: none
    QTest::addColumn<int>("source"); // -1: none
    QTest::addColumn<bool>("news");
    QTest::addColumn<QString>("sentence");
    const auto row = [](const char *type, int status, int source, const char *sentence, bool news = true) {
        QTest::addRow("%s%s", sentence, news ? "" : ", known before")
            << QByteArray(type) << status << source << news << QString::fromLatin1(sentence);
    };
    row("incident.created", int(IncidentStatus::Open), -1, "X: opened");
    row("incident.updated", int(IncidentStatus::Acknowledged), -1, "X: acknowledged");
    row("incident.updated", int(IncidentStatus::Snoozed), -1, "X: snoozed");
    row("incident.updated", int(IncidentStatus::Open), -1, "X: changed");
    row("incident.updated", int(IncidentStatus::Acknowledged), -1, "X: changed", false);
    row("incident.resolved", int(IncidentStatus::Resolved), -1, "X: resolved", false);
    row("incident.resolved", int(IncidentStatus::Resolved), -1, "X: resolved");
    row("source.changed", -1, int(SourceState::Up), "X is up");
    row("source.changed", -1, int(SourceState::Down), "X is down");
    row("source.changed", -1, int(SourceState::Pending), "X was added");
    row("source.removed", -1, -1, "X: removed");
}

void TestSyncedTables::changeSentences()
{
    QFETCH(QByteArray, type);
    QFETCH(int, status);
    QFETCH(int, source);
    QFETCH(bool, news);
    RecentChange change;
    change.type = type.toStdString();
    change.title = "X";
    change.isNews = news;
    if (status >= 0)
        change.status = IncidentStatus(status);
    if (source >= 0)
        change.sourceState = SourceState(source);
    QTEST(changeSentence(change), "sentence");
}

/// Against the plain way: sort everything, take the first ones.
void TestSyncedTables::topIncidentsAgreeWithSorting()
{
    TopIncidentsModel model(8);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    std::mt19937 random(7);
    IncidentCache cache;
    for (int round = 0; round < 60; ++round) {
        std::vector<Incident> some;
        for (int i = 0; i < 10; ++i) {
            Incident incident;
            incident.id = {"i" + std::to_string(random() % 60)};
            incident.version = round + 1;
            incident.severity = Severity(random() % severityCount);
            incident.status = IncidentStatus(random() % 4);
            incident.startedAt = fromMicros(std::int64_t(random() % 1000));
            some.push_back(incident);
        }
        (void)cache.apply(some);
        model.refresh(cache);
        std::vector<Incident> all;
        int unowned = 0;
        for (const auto &[id, incident] : cache) {
            if (incident.isClosed())
                continue;
            all.push_back(incident);
            unowned += incident.owner.empty() ? 1 : 0;
        }
        std::sort(all.begin(), all.end(), [](const Incident &a, const Incident &b) {
            const auto key = [](const Incident &i) {
                return std::make_tuple(i.status == IncidentStatus::Snoozed, i.severity, i.startedAt, i.id.value);
            };
            return key(a) < key(b);
        });
        QCOMPARE(model.counts().open, int(all.size()));
        QCOMPARE(model.counts().unowned, unowned);
        all.resize(std::min<std::size_t>(8, all.size()));
        QCOMPARE(model.rowCount(), int(all.size()));
        QVERIFY(model.rows() == all);
        for (int row = 0; row < model.rowCount(); ++row) {
            const Incident &incident = all[std::size_t(row)];
            QCOMPARE(model.index(row, 0).data(TopIncidentsModel::PulseRole).toBool(),
                     incident.severity == Severity::Critical && incident.status == IncidentStatus::Open);
        }
    }
}

void TestSyncedTables::prometheusAnswers()
{
    const Json targets = *parseJson(R"({"activeTargets":[
        {"scrapePool":"node","scrapeUrl":"http://a/metrics","health":"up","labels":{"job":"node","instance":"a"},"lastError":""},
        {"scrapePool":"node","scrapeUrl":"http://b/metrics","health":"down","labels":{"job":"node","instance":"b"},"lastError":"refused"}]})");
    const auto rows = prometheusTargetRows(targets);
    QCOMPARE(rows.size(), std::size_t(2));
    QCOMPARE(rows[0].state, int(StateLook::Down)); // what failed stands first
    QCOMPARE(rows[0].cells.value(3), QStringLiteral("refused"));
    const Json rules = *parseJson(R"({"groups":[{"name":"g","file":"f","rules":[
        {"name":"Quiet","query":"up","type":"alerting","state":"inactive","health":"ok"},
        {"name":"Fire","query":"up == 0","type":"alerting","state":"firing","health":"ok"},
        {"name":"Bad","query":"x","type":"alerting","state":"inactive","health":"err","lastError":"boom"}]}]})");
    const auto ruleRows = prometheusRuleRows(rules);
    QCOMPARE(ruleRows[0].cells.value(1), QStringLiteral("Fire"));
    QCOMPARE(ruleRows[1].cells.value(4), QStringLiteral("boom"));
    const Json alerts
        = *parseJson(R"({"alerts":[{"labels":{"alertname":"A","instance":"x"},"state":"firing","value":"1"}]})");
    const auto alertRows = prometheusAlertRows(alerts);
    QCOMPARE(alertRows.size(), std::size_t(1));
    QCOMPARE(alertRows[0].severity, int(SeverityLook::Low)); // no severity label must not stop the reading
    QCOMPARE(alertRows[0].cells.value(3), QStringLiteral("instance=x"));
    QVERIFY(prometheusTargetRows(Json()).empty());
}

void TestSyncedTables::metricsAreFound()
{
    MetricListModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setMetrics({{{"host_load1", MetricUnit::None, "Load of the last minute."}, {{"host_load1", {}}}},
                      {{"host_cpu_usage_ratio", MetricUnit::Ratio, "Share of time at work."}, {}}});
    QCOMPARE(model.index(0, 0).data().toString(), QStringLiteral("host_cpu_usage_ratio"));
    model.setFilter(QStringLiteral("last minute"));
    QCOMPARE(column(model, 0), QStringList(QStringLiteral("host_load1")));
    QVERIFY(model.find("host_cpu_usage_ratio")); // also when the filter hides it
    QVERIFY(!model.find("host"));
}

QTEST_MAIN(TestSyncedTables)
#include "tst_syncedtables.moc"
