// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/domain/json.h"
#include "backend/incidents/incidentbook.h"

#include <QTest>

#include <algorithm>
#include <map>
#include <random>
#include <set>

using namespace vigie;

namespace {

Incident randomIncident(std::mt19937 &random, int number)
{
    Incident incident;
    incident.id = {"i" + std::to_string(number)};
    incident.title = std::string(1 + random() % 3, static_cast<char>('a' + random() % 26)) + (random() % 2 ? "X" : "");
    incident.severity = static_cast<Severity>(random() % 4);
    incident.status = static_cast<IncidentStatus>(random() % 4);
    incident.service = random() % 2 ? "db" : "web";
    incident.owner = random() % 3 ? "" : "ada";
    incident.startedAt = fromMicros(static_cast<std::int64_t>(1000 + random() % 50)); // many ties
    incident.updatedAt = fromMicros(static_cast<std::int64_t>(1000 + random() % 50));
    incident.version = 1;
    return incident;
}

std::vector<std::string> idsOf(const IncidentBook::Page &page)
{
    std::vector<std::string> ids;
    const auto json = parseJson(page.items, {64U << 20U, 8});
    for (const Json &item : json->array())
        ids.push_back(item["id"].toString());
    return ids;
}

std::vector<std::string> walk(const IncidentBook &book, IncidentQuery query)
{
    std::vector<std::string> all;
    for (int guard = 0; guard < 1000; ++guard) {
        const auto page = book.page(query);
        if (!page)
            return {"error: " + page.error().detail};
        const auto ids = idsOf(*page);
        all.insert(all.end(), ids.begin(), ids.end());
        if (page->next.empty())
            return all;
        query.cursor = page->next;
    }
    return {"error: the walk does not end"};
}

} // namespace

class TestIncidentBook : public QObject {
    Q_OBJECT
private Q_SLOTS:
    /// Every sort, both ways, against a plain sort of what matches; pages of every size give the same list.
    void pagesEqualAPlainSort()
    {
        std::mt19937 random(7);
        IncidentBook book;
        std::map<std::string, Incident> plain;
        for (int i = 0; i < 600; ++i) {
            Incident incident = randomIncident(random, static_cast<int>(random() % 250));
            incident.version = i;
            plain[incident.id.value] = incident;
            book.put(incident);
        }
        for (int sort = 0; sort < 4; ++sort) {
            for (const bool descending : {false, true}) {
                for (const std::size_t limit : {std::size_t {1}, std::size_t {7}, std::size_t {1000}}) {
                    IncidentQuery query;
                    query.sort = static_cast<IncidentSort>(sort);
                    query.descending = descending;
                    query.limit = limit;
                    query.filter.severities = 0b0111;
                    query.filter.statuses = 0b0011;
                    query.filter.text = sort % 2 ? "x" : "";
                    QCOMPARE(walk(book, query), expected(plain, query));
                    QCOMPARE(book.page(query)->total, expected(plain, query).size());
                }
            }
        }
    }
    void standingCountsFollowChanges()
    {
        std::mt19937 random(3);
        IncidentBook book;
        IncidentQuery query;
        query.filter.owner = "";
        query.filter.severities = 1;
        std::map<std::string, Incident> plain;
        for (int i = 0; i < 300; ++i) {
            Incident incident = randomIncident(random, static_cast<int>(random() % 40));
            incident.version = i;
            plain[incident.id.value] = incident;
            book.put(incident);
            QCOMPARE(book.page(query)->total, expected(plain, query).size());
        }
    }
    void countsWhatIsOpenAndWhatNobodyOwns()
    {
        IncidentBook book;
        const auto put = [&book](const char *id, std::int64_t version, IncidentStatus status, const char *owner) {
            Incident incident;
            incident.id = {id};
            incident.version = version;
            incident.severity = Severity::High;
            incident.status = status;
            incident.owner = owner;
            book.put(incident);
        };
        const auto high = static_cast<std::size_t>(Severity::High);
        put("a", 1, IncidentStatus::Open, "");
        put("b", 1, IncidentStatus::Open, "ada");
        put("c", 1, IncidentStatus::Resolved, "");
        QCOMPARE(book.counts().unresolved[high], std::size_t {2});
        QCOMPARE(book.counts().unowned, std::size_t {1});
        put("b", 2, IncidentStatus::Acknowledged, "");
        QCOMPARE(book.counts().unowned, std::size_t {2});
        put("a", 2, IncidentStatus::Resolved, "");
        QCOMPARE(book.counts().unresolved[high], std::size_t {1});
        QCOMPARE(book.counts().unowned, std::size_t {1});
    }
    void aPageHasALimitInBytes()
    {
        IncidentBook book;
        std::set<std::string> all;
        for (int i = 0; i < 200; ++i) {
            Incident incident;
            incident.id = {"i" + std::to_string(i)};
            incident.description = std::string(120'000, 'x');
            all.insert(incident.id.value);
            book.put(incident);
        }
        IncidentQuery query;
        query.limit = 1000;
        const auto first = book.page(query);
        QVERIFY(first->items.size() < (17U << 20U));
        QCOMPARE(first->total, std::size_t {200});
        const auto walked = walk(book, query);
        QCOMPARE(walked.size(), std::size_t {200});
        QVERIFY(std::set<std::string>(walked.begin(), walked.end()) == all);
    }
    /// A page that is walked while rows come and go neither repeats nor loses one that stayed.
    void cursorIsStableUnderChanges()
    {
        IncidentBook book;
        std::mt19937 random(5);
        for (int i = 0; i < 100; ++i)
            book.put(randomIncident(random, i));
        IncidentQuery query;
        query.limit = 10;
        std::set<std::string> seen;
        int next = 1000;
        while (true) {
            const auto page = book.page(query);
            QVERIFY(page);
            for (const std::string &id : idsOf(*page))
                QVERIFY2(seen.insert(id).second, id.c_str());
            if (page->next.empty())
                break;
            query.cursor = page->next;
            book.put(randomIncident(random, next++));
        }
        for (int i = 0; i < 100; ++i)
            QVERIFY(seen.contains("i" + std::to_string(i)));
    }
    void refusesForeignCursors_data()
    {
        QTest::addColumn<QByteArray>("cursor");
        QTest::newRow("garbage") << QByteArray("%%%");
        QTest::newRow("not JSON") << QByteArray("YWJj");
        QTest::newRow("another shape") << QByteArray::fromStdString(toBase64Url("[1,2,3]"));
        QTest::newRow("a severity that is none")
            << QByteArray::fromStdString(toBase64Url(R"([1,0,false,99,1,1,"i",""])"));
        QTest::newRow("another sort") << QByteArray::fromStdString(toBase64Url(R"([1,2,false,0,1,1,"i",""])"));
    }
    void refusesForeignCursors()
    {
        QFETCH(QByteArray, cursor);
        IncidentBook book;
        IncidentQuery query;
        query.cursor = cursor.toStdString();
        const auto page = book.page(query);
        QVERIFY(!page);
        QCOMPARE(page.error().field, std::string("cursor"));
    }
    void olderVersionsAreIgnored()
    {
        IncidentBook book;
        Incident incident;
        incident.id = {"a"};
        incident.version = 5;
        incident.title = "new";
        book.put(incident);
        incident.version = 4;
        incident.title = "old";
        book.put(incident);
        QCOMPARE(book.find({"a"})->title, std::string("new"));
    }
    void trimForgetsTheLongestResolved()
    {
        IncidentBook book;
        for (int i = 0; i < 20; ++i) {
            Incident incident;
            incident.id = {"i" + std::to_string(i)};
            if (i >= 5) {
                incident.status = IncidentStatus::Resolved;
                incident.resolvedAt = fromMicros(i);
            }
            book.put(incident);
        }
        book.trimResolved(4);
        QCOMPARE(book.size(), std::size_t {9});
        QVERIFY(book.find({"i19"}) != nullptr);
        QVERIFY(book.find({"i15"}) == nullptr);
        QVERIFY(book.find({"i0"}) != nullptr);
        QCOMPARE(book.counts().unresolved[static_cast<std::size_t>(Severity::Medium)], std::size_t {5});
    }

private:
    static std::vector<std::string> expected(const std::map<std::string, Incident> &plain, const IncidentQuery &query)
    {
        const auto lower = [](std::string s) {
            std::transform(s.begin(), s.end(), s.begin(), [](char c) { return static_cast<char>(std::tolower(c)); });
            return s;
        };
        std::vector<Incident> rows;
        for (const auto &[id, i] : plain) {
            if ((query.filter.severities >> static_cast<unsigned>(i.severity) & 1) == 0
                || (query.filter.statuses >> static_cast<unsigned>(i.status) & 1) == 0
                || (query.filter.owner && i.owner != *query.filter.owner)
                || (!query.filter.text.empty()
                    && lower(i.title + "\n" + i.service + "\n" + i.owner).find(query.filter.text) == std::string::npos))
                continue;
            rows.push_back(i);
        }
        std::sort(rows.begin(), rows.end(), [&](const Incident &a, const Incident &b) {
            switch (query.sort) {
            case IncidentSort::Severity:
                return std::tuple(a.severity, -toMicros(a.startedAt), a.id)
                    < std::tuple(b.severity, -toMicros(b.startedAt), b.id);
            case IncidentSort::StartedAt:
                return std::pair(a.startedAt, a.id) < std::pair(b.startedAt, b.id);
            case IncidentSort::UpdatedAt:
                return std::pair(a.updatedAt, a.id) < std::pair(b.updatedAt, b.id);
            default:
                return std::pair(lower(a.title), a.id) < std::pair(lower(b.title), b.id);
            }
        });
        if (query.descending)
            std::reverse(rows.begin(), rows.end());
        std::vector<std::string> ids;
        for (const Incident &i : rows)
            ids.push_back(i.id.value);
        return ids;
    }
};

QTEST_GUILESS_MAIN(TestIncidentBook)
#include "tst_incidentbook.moc"
