// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What an operator does is sent once, to the server and the things it was meant for.
#include "backend/domain/wire.h"
#include "tests/uisupport/consolefixture.h"
#include "ui/incidents/incidentactions.h"
#include "ui/incidents/incidentdialog.h"
#include "ui/sources/removals.h"
#include "ui/sources/webhookdialog.h"
#include "widgets/livetableview.h"
#include "widgets/panel.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace vigie;
using test::ConsoleFixture;
using test::FakeDaemon;

namespace {

/// A desk whose daemon can be told to keep an answer for itself.
struct SendingDesk : ConsoleFixture {
    QByteArray hangOn; ///< beginning of the path of a POST or PUT that is not answered

    SendingDesk()
    {
        daemon.intercept = [this, usual = daemon.intercept](const FakeDaemon::Seen &seen) {
            if (!hangOn.isEmpty() && seen.method != "GET" && seen.path.startsWith(hangOn))
                return std::optional(FakeDaemon::Reply {.hang = true});
            return usual(seen);
        };
        for (int i = 0; i < 2; ++i)
            daemon.put(makeIncident("inc-" + std::to_string(i), Severity::High, "Incident " + std::to_string(i)));
        SourceStatus probe = FakeDaemon::source("shop");
        probe.kind = SourceKind::HttpProbe;
        probe.name = "shop";
        probe.editable = true;
        daemon.put(probe);
    }
    void open(const char *page)
    {
        openWindow();
        connectNow();
        window->showPage(QLatin1String(page));
        QTRY_VERIFY(session.state() == Session::State::Live);
    }
    void select(const char *table, const char *id)
    {
        auto *view = find<LiveTableView>(table);
        QTRY_VERIFY(view->selectId(QLatin1String(id)));
    }
    QList<FakeDaemon::Seen> sent(const QByteArray &method, const QByteArray &path) const
    {
        QList<FakeDaemon::Seen> out;
        std::copy_if(daemon.seen().begin(), daemon.seen().end(), std::back_inserter(out),
                     [&](const FakeDaemon::Seen &seen) { return seen.method == method && seen.path.startsWith(path); });
        return out;
    }
    /// Whatever the session was asked to send so far has arrived: the worker sends in order, and each is answered.
    void settle()
    {
        for (int i = 0; i < 2; ++i) {
            bool answered = false;
            whenDone(session.api().health(), window.get(), [&answered](const Result<Json> &) { answered = true; });
            QTRY_VERIFY(answered);
        }
    }
    /// What a click does to a button that may be disabled meanwhile.
    static void clickTwice(QPushButton *button)
    {
        QTest::mouseClick(button, Qt::LeftButton);
        QTest::mouseClick(button, Qt::LeftButton);
    }
};

} // namespace

class TestSending : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aDoubleClickAcknowledgesOnce()
    {
        SendingDesk desk;
        desk.open("incidents");
        desk.select("incidentTable", "inc-0");
        desk.hangOn = "/api/v1/incidents/";
        auto *button = desk.find<QPushButton>("detailAcknowledge");
        QTRY_VERIFY(button->isEnabled() && button->isVisible());
        SendingDesk::clickTwice(button);
        QVERIFY(!button->isEnabled());
        QVERIFY(desk.actions.trigger(QStringLiteral("incidents.acknowledge"))); // and the key, too
        QTRY_COMPARE(desk.sent("PUT", "/api/v1/incidents/inc-0").size(), 1);
        // The other one is not concerned; the worker sends in order, so a second request would be seen by now.
        desk.hangOn.clear();
        desk.select("incidentTable", "inc-1");
        QTRY_VERIFY(button->isEnabled());
        QTest::mouseClick(button, Qt::LeftButton);
        QTRY_COMPARE(desk.daemon.incidents.at("inc-1").status, IncidentStatus::Acknowledged);
        QCOMPARE(desk.sent("PUT", "/api/v1/incidents/inc-0").size(), 1);
        QVERIFY(!desk.sent("PUT", "/api/v1/incidents/inc-0").front().idempotencyKey.isEmpty());
    }

    void anotherWishMeanwhileIsRefusedAloud()
    {
        SendingDesk desk;
        desk.open("incidents");
        desk.hangOn = "/api/v1/incidents/";
        IncidentActions actions(desk.context, desk.window.get());
        QSignalSpy said(&desk.notices, &Notices::said);
        actions.acknowledge({IncidentId {"inc-0"}});
        QVERIFY(actions.isBusy(IncidentId {"inc-0"}));
        actions.acknowledge({IncidentId {"inc-0"}});
        QCOMPARE(said.count(), 0);
        actions.reopen({IncidentId {"inc-0"}});
        QCOMPARE(said.count(), 1);
        QVERIFY(said.first().first().toString().contains(QLatin1String("Incident 0")));
    }

    void anIncidentIsCreatedOnce()
    {
        SendingDesk desk;
        desk.open("incidents");
        desk.hangOn = "/api/v1/incidents";
        QVERIFY(desk.actions.trigger(QStringLiteral("incidents.create")));
        auto *dialog = desk.window->findChild<NewIncidentDialog *>();
        auto *title = dialog->findChild<QLineEdit *>(QStringLiteral("titleEdit"));
        auto *create = dialog->findChild<QPushButton *>(QStringLiteral("createButton"));
        title->setText(QStringLiteral("Printer burns"));
        SendingDesk::clickTwice(create);
        QTest::keyClicks(title, QStringLiteral("!")); // typing does not bring the button back
        QVERIFY(!create->isEnabled());
        QTest::mouseClick(create, Qt::LeftButton);
        QTest::keyClick(title, Qt::Key_Return);
        QTRY_COMPARE(desk.sent("POST", "/api/v1/incidents").size(), 1);
        desk.settle();
        QCOMPARE(desk.sent("POST", "/api/v1/incidents").size(), 1);
        dialog->reject();
    }

    /// Nobody knows whether it was created: the same wish goes out under the same key. Another wish does not.
    void aLostAnswerKeepsTheKey()
    {
        SendingDesk desk;
        desk.open("incidents");
        int cut = 2;
        desk.daemon.intercept = [&cut, usual = desk.daemon.intercept](const FakeDaemon::Seen &seen) {
            if (seen.method == "POST" && seen.path == "/api/v1/incidents" && cut-- > 0)
                return std::optional(FakeDaemon::Reply {.status = 201, .body = "{", .cut = true});
            return usual(seen);
        };
        QVERIFY(desk.actions.trigger(QStringLiteral("incidents.create")));
        auto *dialog = desk.window->findChild<NewIncidentDialog *>();
        auto *title = dialog->findChild<QLineEdit *>(QStringLiteral("titleEdit"));
        auto *create = dialog->findChild<QPushButton *>(QStringLiteral("createButton"));
        title->setText(QStringLiteral("Printer burns"));
        QTest::mouseClick(create, Qt::LeftButton);
        QTRY_VERIFY(create->isEnabled());
        QTest::mouseClick(create, Qt::LeftButton);
        QTRY_VERIFY(create->isEnabled());
        title->setText(QStringLiteral("Printer smokes"));
        QTest::mouseClick(create, Qt::LeftButton);
        QTRY_COMPARE(desk.daemon.incidents.size(), std::size_t(3));
        const auto sent = desk.sent("POST", "/api/v1/incidents");
        QCOMPARE(sent.size(), 3);
        QVERIFY(!sent[0].idempotencyKey.isEmpty());
        QCOMPARE(sent[1].idempotencyKey, sent[0].idempotencyKey);
        QVERIFY(sent[2].idempotencyKey != sent[0].idempotencyKey);
    }

    void aCommentIsSentOnce()
    {
        SendingDesk desk;
        desk.open("incidents");
        desk.select("incidentTable", "inc-0");
        desk.hangOn = "/api/v1/incidents/";
        auto *comment = desk.find<QPlainTextEdit>("incidentComment");
        auto *send = desk.find<QPushButton>("incidentSendComment");
        QTest::keyClicks(comment, QStringLiteral("hello"));
        QTRY_VERIFY(send->isEnabled());
        SendingDesk::clickTwice(send);
        QTest::keyClicks(comment, QStringLiteral(" again"));
        QVERIFY(!send->isEnabled());
        // Looking at another incident meanwhile does not bring the button back.
        desk.select("incidentTable", "inc-1");
        desk.select("incidentTable", "inc-0");
        QVERIFY(!comment->toPlainText().isEmpty());
        QVERIFY(!send->isEnabled());
        QTest::mouseClick(send, Qt::LeftButton);
        desk.settle();
        QCOMPARE(desk.sent("PUT", "/api/v1/incidents/inc-0").size(), 1);
    }

    /// The server has the text, its answer was lost. The same text again is the same request, on the version that was
    /// seen then; once it is answered, the same text is another one.
    void aLostAnswerDoesNotDoubleAText_data()
    {
        QTest::addColumn<QString>("action");
        QTest::newRow("comment") << "incidents.comment";
        QTest::newRow("resolve") << "incidents.resolve";
        QTest::newRow("beside the table") << "";
    }
    void aLostAnswerDoesNotDoubleAText()
    {
        QFETCH(QString, action);
        SendingDesk desk;
        int asked = 0;
        const auto happened = [&desk](const FakeDaemon::Seen &seen) {
            Incident incident = desk.daemon.incidents.at("inc-0");
            ++incident.version;
            if (seen.path.endsWith("/resolve"))
                incident.status = IncidentStatus::Resolved;
            return incident;
        };
        desk.daemon.intercept = [&, usual = desk.daemon.intercept](const FakeDaemon::Seen &seen) {
            if (seen.method == "GET" || !seen.path.startsWith("/api/v1/incidents/inc-0"))
                return usual(seen);
            if (++asked == 2) // what a server says to the same key
                return std::optional(
                    FakeDaemon::Reply {200, QByteArray::fromStdString(wire::text(desk.daemon.incidents.at("inc-0")))});
            desk.daemon.put(happened(seen));
            return std::optional(
                asked == 1 ? FakeDaemon::Reply {.body = "{", .cut = true}
                           : FakeDaemon::Reply {
                               200, QByteArray::fromStdString(wire::text(desk.daemon.incidents.at("inc-0")))});
        };
        desk.open("incidents");
        desk.select("incidentTable", "inc-0");
        const auto write = [&](bool again) {
            QPointer<TargetDialog> dialog;
            QPlainTextEdit *text = desk.find<QPlainTextEdit>("incidentComment");
            QPushButton *send = desk.find<QPushButton>("incidentSendComment");
            if (!action.isEmpty()) {
                QVERIFY(desk.actions.trigger(action));
                dialog = desk.window->findChild<TargetDialog *>();
                text = dialog->findChild<QPlainTextEdit *>(QStringLiteral("targetText"));
                send = dialog->confirmButton();
            }
            text->setPlainText(QStringLiteral("restarted it"));
            QTRY_VERIFY(send->isEnabled());
            send->click();
            QTRY_VERIFY(!again || send->isEnabled());
            if (again)
                send->click();
            if (dialog)
                QTRY_VERIFY(!dialog || !dialog->isVisible());
            else
                QTRY_VERIFY(text->toPlainText().isEmpty());
        };
        write(true);
        QCOMPARE(asked, 2);
        if (action != QLatin1String("incidents.resolve")) { // what is resolved is no more in the table
            write(false);
            QCOMPARE(asked, 3);
        }
        const auto sent = desk.sent("PUT", "/api/v1/incidents/inc-0") + desk.sent("POST", "/api/v1/incidents/inc-0");
        QVERIFY(!sent[0].idempotencyKey.isEmpty());
        QCOMPARE(sent[1].idempotencyKey, sent[0].idempotencyKey);
        QCOMPARE(sent[1].body, sent[0].body);
        if (sent.size() > 2)
            QVERIFY(sent[2].idempotencyKey != sent[0].idempotencyKey);
    }

    /// Who puts the dialog away meanwhile hears all the same what became of it.
    void aDialogThatWasPutAwayTellsTheOutcome_data()
    {
        QTest::addColumn<bool>("refuse");
        QTest::newRow("done") << false;
        QTest::newRow("refused") << true;
    }
    void aDialogThatWasPutAwayTellsTheOutcome()
    {
        QFETCH(bool, refuse);
        SendingDesk desk;
        desk.daemon.intercept = [&desk, refuse, usual = desk.daemon.intercept](const FakeDaemon::Seen &seen) {
            if (seen.method != "POST" || seen.path.startsWith("/auth"))
                return usual(seen);
            if (refuse)
                return std::optional(
                    FakeDaemon::Reply {403, R"({"status":403,"code":"denied","detail":"no","requestId":"r1"})",
                                       "application/problem+json"});
            if (seen.path == "/api/v1/incidents")
                return usual(seen);
            SourceStatus made = FakeDaemon::source("grafana-1", SourceState::Pending);
            made.kind = SourceKind::Webhook;
            made.name = "grafana";
            desk.daemon.put(made);
            return std::optional(FakeDaemon::Reply {201, QByteArray::fromStdString(wire::text(made))});
        };
        desk.open("incidents");
        QSignalSpy said(&desk.notices, &Notices::said);
        QVERIFY(desk.actions.trigger(QStringLiteral("incidents.create")));
        auto *report = desk.window->findChild<NewIncidentDialog *>();
        report->findChild<QLineEdit *>(QStringLiteral("titleEdit"))->setText(QStringLiteral("Printer burns"));
        QTest::mouseClick(report->findChild<QPushButton *>(QStringLiteral("createButton")), Qt::LeftButton);
        report->reject();
        QTRY_COMPARE(said.count(), 1);
        QVERIFY(said.last().first().toString().contains(refuse ? QStringLiteral("“Printer burns” was not created.")
                                                               : QStringLiteral("“Printer burns” created.")));

        desk.window->showPage(QStringLiteral("sources"));
        for (const bool byWindow : {false, true}) {
            said.clear();
            QVERIFY(desk.actions.trigger(QStringLiteral("sources.add")));
            const QPointer<QDialog> dialog = desk.find<QDialog>("sourceDialog");
            auto *kind = dialog->findChild<QComboBox *>(QStringLiteral("kind"));
            kind->setCurrentIndex(kind->findData(int(SourceKind::Webhook)));
            dialog->findChild<QLineEdit *>(QStringLiteral("name"))->setText(QStringLiteral("grafana"));
            const QString token = dialog->findChild<QLineEdit *>(QStringLiteral("webhookToken"))->text();
            dialog->accept();
            if (byWindow)
                dialog->close();
            else
                dialog->reject();
            QVERIFY(!dialog->isVisible());
            QTRY_COMPARE(said.count(), 1);
            QTRY_VERIFY(!dialog);
            auto *told = desk.window->findChild<WebhookDialog *>();
            QCOMPARE(told != nullptr, !refuse);
            if (refuse) {
                QVERIFY(said.last().first().toString().contains(QLatin1String("grafana was not added.")));
                continue;
            }
            QCOMPARE(told->findChild<QLineEdit *>(QStringLiteral("webhook.token"))->text(), token);
            delete told;
        }
    }

    /// Several are named, and nothing offers to undo what is sent.
    void removalsAreNamedAndTheirOfferEnds()
    {
        SendingDesk desk;
        SourceStatus mail = desk.daemon.sources.at("shop");
        mail.id = SourceId {"mail"};
        mail.name = "mail";
        desk.daemon.put(mail);
        desk.open("sources");
        auto *table = desk.find<LiveTableView>("sources.table");
        QTRY_COMPARE(table->model()->rowCount(), 2);
        table->selectAll();
        QSignalSpy said(&desk.notices, &Notices::said);
        QVERIFY(desk.actions.trigger(QStringLiteral("sources.remove")));
        QCOMPARE(said.count(), 1);
        const QString text = said.first().first().toString();
        QVERIFY2(text.contains(QLatin1String("shop")) && text.contains(QLatin1String("mail")), qPrintable(text));
        QVERIFY(desk.actions.trigger(QStringLiteral("sources.remove"))); // they go already: nothing new is offered
        QCOMPARE(said.count(), 1);
        const auto offers = [&desk] {
            const auto all = desk.window->findChildren<QPushButton *>(QStringLiteral("toastAction"));
            return std::count_if(all.begin(), all.end(), [](const QPushButton *one) { return one->isVisible(); });
        };
        QCOMPARE(offers(), 1);
        auto *removals = desk.find<QWidget>("page.sources")->findChild<Removals *>();
        Q_EMIT removals->settled(SourceId {"mail"});
        QCOMPARE(offers(), 0);
        removals->giveUp();
    }

    void aSourceIsCheckedOnce()
    {
        SendingDesk desk;
        desk.open("sources");
        desk.select("sources.table", "shop");
        desk.hangOn = "/api/v1/sources/";
        auto *check = desk.find<QPushButton>("sources.checkButton");
        QTRY_VERIFY(check->isEnabled());
        SendingDesk::clickTwice(check);
        QVERIFY(!check->isEnabled());
        QVERIFY(!check->toolTip().isEmpty());
        QTRY_COMPARE(desk.sent("POST", "/api/v1/sources/shop/check").size(), 1);
    }

    /// Its sender gets the address and the token, which nobody can read later.
    void aWebhookTellsItsAddressAndToken()
    {
        SendingDesk desk;
        desk.daemon.intercept = [&desk, usual = desk.daemon.intercept](const FakeDaemon::Seen &seen) {
            if (seen.method != "POST" || seen.path != "/api/v1/sources")
                return usual(seen);
            SourceStatus made = FakeDaemon::source("grafana-1", SourceState::Pending);
            made.kind = SourceKind::Webhook;
            made.name = "grafana";
            desk.daemon.put(made);
            return std::optional(FakeDaemon::Reply {201, QByteArray::fromStdString(wire::text(made))});
        };
        desk.open("sources");
        QVERIFY(desk.actions.trigger(QStringLiteral("sources.add")));
        auto *dialog = desk.find<QDialog>("sourceDialog");
        auto *kind = dialog->findChild<QComboBox *>(QStringLiteral("kind"));
        kind->setCurrentIndex(kind->findData(int(SourceKind::Webhook)));
        for (const char *hidden : {"target", "interval", "timeout", "bearerToken", "targetLabel"})
            QVERIFY2(!dialog->findChild<QWidget *>(QLatin1String(hidden))->isVisible(), hidden);
        dialog->findChild<QLineEdit *>(QStringLiteral("name"))->setText(QStringLiteral("grafana"));
        auto *token = dialog->findChild<QLineEdit *>(QStringLiteral("webhookToken"));
        const QString proposed = token->text();
        QCOMPARE(proposed.size(), 32);
        token->setText(QStringLiteral("short"));
        dialog->accept();
        QVERIFY(dialog->findChild<QLabel *>(QStringLiteral("problem"))->text().contains(QLatin1String("16")));
        token->setText(proposed);
        dialog->accept();
        dialog->accept();
        QTRY_VERIFY(desk.window->findChild<WebhookDialog *>());
        QCOMPARE(desk.sent("POST", "/api/v1/sources").size(), 1);
        const QByteArray body = desk.sent("POST", "/api/v1/sources").front().body;
        QVERIFY(body.contains(QByteArray("\"webhookToken\":\"" + proposed.toLatin1() + '"')));
        QVERIFY(!body.contains("target") && !body.contains("interval"));
        auto *told = desk.window->findChild<WebhookDialog *>();
        const QString address = told->findChild<QLineEdit *>(QStringLiteral("webhook.address"))->text();
        QCOMPARE(address, QString(desk.daemon.endpoint().url.toString() % QLatin1String("/api/v1/webhooks/grafana-1")));
        QCOMPARE(told->findChild<QLineEdit *>(QStringLiteral("webhook.token"))->text(), proposed);
        QTest::mouseClick(told->findChild<QPushButton *>(QStringLiteral("webhook.token.copy")), Qt::LeftButton);
        QCOMPARE(QGuiApplication::clipboard()->text(), proposed);
        told->accept();
        // The address can be found again.
        const auto labels = desk.find<QWidget>("sources.facts")->findChildren<QLabel *>();
        QTRY_VERIFY(std::any_of(labels.begin(), labels.end(), [&](const QLabel *l) { return l->text() == address; }));
    }

    void webhookAddresses_data()
    {
        QTest::addColumn<QString>("server");
        QTest::addColumn<QString>("address");
        QTest::newRow("root") << "https://v.example.org"
                              << "https://v.example.org/api/v1/webhooks/a";
        QTest::newRow("slash") << "https://v.example.org/"
                               << "https://v.example.org/api/v1/webhooks/a";
        QTest::newRow("prefix") << "https://v.example.org/vigie/"
                                << "https://v.example.org/vigie/api/v1/webhooks/a";
        QTest::newRow("user") << "https://me:secret@v.example.org"
                              << "https://v.example.org/api/v1/webhooks/a";
    }
    void webhookAddresses()
    {
        QFETCH(QString, server);
        QTEST(webhookAddress(QUrl(server), "a").toString(), "address");
    }

    /// What the server refuses stays in the dialog, with the reason in words.
    void aRefusedTextIsKept_data()
    {
        QTest::addColumn<QString>("action");
        QTest::newRow("comment") << "incidents.comment";
        QTest::newRow("resolve") << "incidents.resolve";
    }
    void aRefusedTextIsKept()
    {
        QFETCH(QString, action);
        SendingDesk desk;
        bool refuse = true;
        desk.daemon.intercept = [&refuse, usual = desk.daemon.intercept](const FakeDaemon::Seen &seen) {
            if (!refuse || seen.method == "GET" || !seen.path.startsWith("/api/v1/incidents/"))
                return usual(seen);
            return std::optional(FakeDaemon::Reply {
                400,
                R"({"status":400,"code":"invalid","detail":"longer than 9 bytes","field":"/comment","requestId":"r1"})",
                "application/problem+json"});
        };
        desk.open("incidents");
        desk.select("incidentTable", "inc-0");
        QVERIFY(desk.actions.trigger(action));
        const QPointer<TargetDialog> dialog = desk.window->findChild<TargetDialog *>();
        auto *text = dialog->findChild<QPlainTextEdit *>(QStringLiteral("targetText"));
        text->setPlainText(QStringLiteral("an hour of typing"));
        QTest::mouseClick(dialog->confirmButton(), Qt::LeftButton);
        QVERIFY(!dialog->confirmButton()->isEnabled());
        auto *problem = dialog->findChild<QLabel *>(QStringLiteral("targetProblem"));
        QTRY_VERIFY(problem->isVisible());
        QVERIFY(dialog->isVisible());
        QVERIFY2(problem->text().contains(QStringLiteral("“Comment”")), qPrintable(problem->text()));
        QVERIFY2(problem->text().contains(QLatin1String("longer than 9 bytes")), qPrintable(problem->text()));
        QCOMPARE(text->toPlainText(), QStringLiteral("an hour of typing"));
        refuse = false;
        QTest::mouseClick(dialog->confirmButton(), Qt::LeftButton);
        QTRY_VERIFY(!dialog || !dialog->isVisible());
    }

    void whatIsAcknowledgedIsNotAcknowledgedAgain()
    {
        SendingDesk desk;
        desk.open("incidents");
        desk.select("incidentTable", "inc-0");
        IncidentActions actions(desk.context, desk.window.get());
        QSignalSpy said(&desk.notices, &Notices::said);
        actions.acknowledge({IncidentId {"inc-0"}});
        QTRY_COMPARE(said.count(), 1);
        actions.acknowledge({IncidentId {"inc-0"}});
        QCOMPARE(said.count(), 2);
        QVERIFY(said.last().first().toString().contains(QLatin1String("already")));
        QCOMPARE(desk.sent("PUT", "/api/v1/incidents/inc-0").size(), 1);
    }

    /// A removal that waits means a source of one server; the next server may have one of the same name.
    void aRemovalDoesNotFollowToAnotherServer()
    {
        SendingDesk desk;
        FakeDaemon other;
        SourceStatus shop = desk.daemon.sources.at("shop");
        other.put(shop);
        desk.open("sources");
        desk.select("sources.table", "shop");
        QVERIFY(desk.actions.trigger(QStringLiteral("sources.remove")));
        auto *removals = desk.find<QWidget>("page.sources")->findChild<Removals *>();
        QCOMPARE(removals->ids().size(), std::size_t(1));
        QSignalSpy said(&desk.notices, &Notices::said);
        Profile profile;
        profile.name = QStringLiteral("other");
        profile.url = other.endpoint().url;
        const Result<Profile> saved = desk.profiles.saveProfile(profile);
        QVERIFY(saved);
        (void)desk.secrets.write(saved->secretKey(), other.token);
        desk.connector.open(*saved);
        QVERIFY(removals->ids().empty());
        QCOMPARE(said.count(), 1);
        QTRY_VERIFY(desk.session.state() == Session::State::Live);
        auto *table = desk.find<LiveTableView>("sources.table");
        QTRY_COMPARE(table->model()->rowCount(), 1);
        QVERIFY(table->model()->index(0, 0).data().toString() != QLatin1String("Being removed"));
    }
};

QTEST_MAIN(TestSending)
#include "tst_sending.moc"
