package se.varna.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.varna.AReport;
import se.varna.EngineTables;
import se.varna.VarnaTest;
import se.varna.access.Part;
import se.varna.access.Sight;
import se.varna.casefile.Disclosure;
import se.varna.casefile.EventKind;
import se.varna.casefile.OpenInCase;
import se.varna.casefile.OpenMatters.OpenMatter;
import se.varna.casefile.Place;
import se.varna.casefile.SecrecyGround;
import se.varna.common.Refused;
import se.varna.demo.SentMail;
import se.varna.directory.Owner;
import se.varna.police.PoliceEntry;
import se.varna.police.PoliceEntry.Step;
import se.varna.police.PoliceReferral;
import se.varna.police.PoliceReferral.Outcome;
import se.varna.police.PoliceReferral.Protection;
import se.varna.police.PoliceReferral.ReportedBy;
import se.varna.police.PoliceReferral.State;
import se.varna.police.PoliceReferrals;
import se.varna.police.PoliceTexts;
import se.varna.police.Registrations;
import se.varna.responsibility.Responsibilities;

/** The report to the police: advised always, decided by the exposed person, followed to its end, and never pressed. */
class PoliceReferralTest extends VarnaTest {

    private static final String OFFICER = "lsa-grundskola";

    @Autowired
    PoliceReferrals referrals;

    @Autowired
    PoliceTexts texts;

    @Autowired
    Registrations registrations;

    @Autowired
    OpenInCase openInCase;

    @Autowired
    SentMail sentMail;

    @Autowired
    Responsibilities responsibilities;

    private String assessedCase() {
        return caseInFollowUp(newMember("GRUNDSKOLENAMNDEN"), "GRUNDSKOLENAMNDEN", OFFICER, "LOW");
    }

    private void advise(String number, Object... typed) {
        complete(OFFICER, number, "userTask_advisePoliceReport", typed);
    }

    private void follow(String number, Object... typed) {
        complete(OFFICER, number, "userTask_followPoliceCase", typed);
    }

    private PoliceReferral referral(String number) {
        List<PoliceReferral> all = referrals.of(number);
        return all.get(all.size() - 1);
    }

    private List<Step> policeSteps(String number) {
        return referrals.entries(number).stream().map(PoliceEntry::step).toList();
    }

    private Sight officersSight(String number) {
        return needToKnow.sight(OFFICER, number);
    }

    @Test
    void the_exposed_person_decides_who_reports_and_everything_that_follows_is_kept() {
        String number = assessedCase();
        advise(number, "policeDecision", "REPORT", "reportedBy", "OFFICER");

        assertThat(referral(number).state()).isEqualTo(State.TO_REPORT);
        assertThat(taskDue(number, "userTask_reportToPolice")).isEqualTo(swedish("2026-11-26T10:00"));
        assertThat(texts.toReport(referral(number), officersSight(number)))
                .contains(
                        "Du anmäler på den utsattas uppdrag",
                        "polisunderlag.zip",
                        "112",
                        "114\u00a014",
                        "polisregion Väst");

        complete(
                OFFICER,
                number,
                "userTask_reportToPolice",
                "policeReport",
                "MADE",
                "reportNumber",
                "5000-k12345-26 ",
                "reportedAt",
                "2026-11-24",
                "reportedBy",
                "OFFICER",
                "protectionAsked",
                true,
                "nextCheck",
                "2026-12-01");
        assertThat(referral(number).reportNumber()).isEqualTo("5000-K12345-26");
        assertThat(referral(number).protection()).isEqualTo(Protection.ASKED);
        assertThat(taskDue(number, "userTask_followPoliceCase")).isEqualTo(swedish("2026-12-01T16:30"));

        follow(
                number,
                "policeOutcome",
                "ONGOING",
                "protection",
                "GRANTED",
                "protectionAt",
                "2026-11-24",
                "note",
                "Utredaren ringer.");
        assertThat(taskDue(number, "userTask_followPoliceCase")).isEqualTo(swedish("2026-12-24T10:00"));
        assertThat(texts.known(referral(number), officersSight(number)))
                .contains("5000-K12345-26", "beviljat", "pågår", "Utredaren ringer");

        // A prosecution is no end: a judgment follows.
        follow(number, "policeOutcome", "PROSECUTED", "outcomeAt", "2026-11-24");
        assertThat(openTasks(number)).contains("userTask_followPoliceCase");
        follow(number, "policeOutcome", "JUDGED", "outcomeAt", "2026-11-24");

        assertThat(referral(number).state()).isEqualTo(State.DECIDED);
        assertThat(referral(number).nextCheckAt()).isNull();
        assertThat(steps(newest(number, "policeReferral"))).contains("endEvent_outcomeKnown");
        assertThat(policeSteps(number))
                .containsExactly(
                        Step.ADVISED,
                        Step.TO_REPORT,
                        Step.REPORTED,
                        Step.PROTECTION,
                        Step.PROTECTION,
                        Step.OUTCOME,
                        Step.OUTCOME,
                        Step.OUTCOME);
        assertThat(referrals.entries(number))
                .extracting(PoliceEntry::value)
                .containsExactly(
                        null,
                        ReportedBy.OFFICER,
                        ReportedBy.OFFICER,
                        Protection.ASKED,
                        Protection.GRANTED,
                        Outcome.ONGOING,
                        Outcome.PROSECUTED,
                        Outcome.JUDGED);
        assertThat(timeline(number))
                .contains(
                        EventKind.POLICE_TO_REPORT,
                        EventKind.POLICE_REPORTED,
                        EventKind.POLICE_PROTECTION,
                        EventKind.POLICE_OUTCOME);
    }

    @Test
    void what_one_reads_follows_from_who_is_to_report() {
        String self = assessedCase();
        advise(self, "policeDecision", "REPORT", "reportedBy", "EXPOSED");
        String city = assessedCase();
        advise(city, "policeDecision", "REPORT", "reportedBy", "CITY");

        assertThat(texts.toReport(referral(self), officersSight(self))).contains("Den utsatta anmäler själv");
        assertThat(texts.toReport(referral(city), officersSight(city))).contains("Staden anmäler");
    }

    @Test
    void what_has_been_reported_already_is_followed_at_once() {
        String number = assessedCase();
        advise(
                number,
                "policeDecision",
                "REPORTED",
                "reportNumber",
                "5000-K12345-26",
                "reportedAt",
                "2026-11-23",
                "reportedBy",
                "EXPOSED");
        follow(number, "policeOutcome", "DISCONTINUED", "outcomeAt", "2026-11-24", "note", "Ingen misstänkt.");

        assertThat(referral(number).outcome()).isEqualTo(Outcome.DISCONTINUED);
        assertThat(steps(newest(number, "policeReferral")))
                .contains("endEvent_outcomeKnown")
                .doesNotContain("userTask_reportToPolice");
    }

    @Test
    void whoever_thinks_again_before_the_report_is_made_is_not_asked_more_often_for_it() {
        String number = assessedCase();
        advise(number, "policeDecision", "REPORT", "reportedBy", "CITY");
        complete(OFFICER, number, "userTask_reportToPolice", "policeReport", "RECONSIDERED");

        assertThat(referral(number).state()).isEqualTo(State.ADVISED);
        assertThat(referral(number).timesAsked()).isZero();
        assertThat(taskDue(number, "userTask_advisePoliceReport")).isEqualTo(swedish("2026-11-25T10:00"));
        advise(number, "policeDecision", "DECLINED", "declineReason", "A_TRIFLE");
        assertThat(job(number, "intermediateEvent_askAgain")).isNotNull();
    }

    @Test
    void one_who_does_not_want_to_report_is_asked_once_more_kindly_and_then_left_in_peace() {
        String number = assessedCase();
        advise(number, "policeDecision", "LATER", "declineReason", "LEADS_NOWHERE");
        assertThat(openTasks(number)).doesNotContain("userTask_advisePoliceReport");
        assertThat(dueAt(number, "intermediateEvent_askAgain")).isEqualTo(swedish("2026-12-08T10:00"));
        assertThat(texts.plainly(referral(number))).contains("tar upp frågan igen, tidigast 8 december 2026");

        timeComesFor(number, "intermediateEvent_askAgain");
        assertThat(texts.advice(referral(number), officersSight(number)))
                .contains("en gång tidigare", "utan att pressa", "Skälen kommer från SKR och Brå");
        advise(number, "policeDecision", "DECLINED", "declineReason", "FEAR_OF_REPRISAL");

        assertThat(steps(newest(number, "policeReferral"))).contains("endEvent_notReported");
        assertThat(referral(number).state()).isEqualTo(State.DECLINED);
        assertThat(policeSteps(number)).containsExactly(Step.ADVISED, Step.POSTPONED, Step.DECLINED);
    }

    @Test
    void the_exposed_person_answers_on_their_own_page_and_does_not_wait_for_the_timer() {
        String number = assessedCase();
        String exposed = file(number).exposed().orElseThrow();
        advise(number, "policeDecision", "LATER", "declineReason", "OTHER");

        referrals.answer(number, ReportedBy.CITY, exposed);
        assertThat(dueAt(number, "intermediateEvent_askAgain")).isEqualTo(clock.instant());
        timeComesFor(number, "intermediateEvent_askAgain");
        assertThat(texts.advice(referral(number), officersSight(number)))
                .contains("Den utsatta har själv svarat", "av staden")
                .doesNotContain("utan att pressa");
        assertThat(texts.plainly(referral(number))).doesNotContain("inte polisanmäla än");

        advise(number, "policeDecision", "REPORT", "reportedBy", "CITY");
        assertThatThrownBy(() -> referrals.answer(number, ReportedBy.EXPOSED, exposed))
                .hasMessageContaining("police.already");
        assertThat(referrals.of(number)).hasSize(1);
    }

    @Test
    void of_each_new_answer_those_who_hold_the_case_are_told_by_mail_that_says_nothing_of_it() {
        String number = assessedCase();
        String exposed = file(number).exposed().orElseThrow();

        referrals.answer(number, ReportedBy.CITY, exposed);
        referrals.answer(number, ReportedBy.CITY, exposed);
        assertThat(mailed(number)).containsExactlyInAnyOrderElementsOf(directory.members("lsa-GRUNDSKOLENAMNDEN"));

        later(Duration.ofMinutes(1));
        referrals.answer(number, ReportedBy.EXPOSED, exposed);
        assertThat(mailed(number))
                .hasSize(2 * directory.members("lsa-GRUNDSKOLENAMNDEN").size());
        runJobs(number);
        assertThat(sentMail.newestTo(OFFICER + "@example.org", 1_000))
                .extracting(SentMail.Letter::text)
                .filteredOn(text -> text.contains("Det har kommit ett svar i ärende " + number))
                .hasSize(2)
                .noneMatch(text -> text.contains("polis"));
    }

    private List<String> mailed(String number) {
        return jdbc.sql("SELECT recipient FROM varna.outgoing_mail WHERE case_number = ? AND kind = 'POLICE_ANSWERED'")
                .param(number)
                .query(String.class)
                .list();
    }

    @Test
    void where_the_report_says_that_it_is_reported_already_the_officer_is_told_so() {
        String number = assessedCase();
        assertThat(texts.advice(referral(number), officersSight(number))).doesNotContain("redan är polisanmäld");

        String reported = report(
                        newMember("GRUNDSKOLENAMNDEN"),
                        AReport.about("GRUNDSKOLENAMNDEN").reportedToPolice())
                .caseNumber();
        referrals.start(reported);
        assertThat(texts.advice(referral(reported), officersSight(reported)))
                .contains("I rapporten står att händelsen redan är polisanmäld", "K-numret");
    }

    @Test
    void the_next_look_is_proposed_with_its_day() {
        assertThat(texts.nextCheck()).contains("24 december 2026", "22 februari 2027");
    }

    @Test
    void whoever_had_said_no_may_say_yes_at_any_time() {
        String number = assessedCase();
        advise(number, "policeDecision", "DECLINED", "declineReason", "PART_OF_THE_JOB");
        timeComesFor(number, "intermediateEvent_askAgain");
        advise(number, "policeDecision", "DECLINED", "declineReason", "PART_OF_THE_JOB");

        referrals.answer(number, ReportedBy.EXPOSED, file(number).exposed().orElseThrow());
        assertThat(openTasks(number)).contains("userTask_advisePoliceReport");
        assertThat(referrals.of(number)).extracting(PoliceReferral::state).contains(State.DECLINED, State.ADVISED);
    }

    @Test
    void a_report_without_its_number_or_with_a_wrong_one_is_refused() {
        String number = assessedCase();
        assertRefused(
                () -> advise(number, "policeDecision", "REPORTED", "reportNumber", "K-12", "reportedAt", "2027-01-01"),
                "reportNumber",
                "reportedAt",
                "reportedBy");
        assertRefused(() -> advise(number, "policeDecision", "LATER"), "declineReason");
        assertRefused(() -> advise(number, "policeDecision", "REPORT"), "reportedBy");
        assertThat(openTasks(number)).contains("userTask_advisePoliceReport");
        assertThat(policeSteps(number)).containsExactly(Step.ADVISED);
    }

    @Test
    void an_outcome_and_a_protection_have_their_day_and_the_next_look_is_not_far_off() {
        String number = assessedCase();
        advise(
                number,
                "policeDecision",
                "REPORTED",
                "reportNumber",
                "5000-K1-26",
                "reportedAt",
                "2026-11-24",
                "reportedBy",
                "CITY");
        assertRefused(
                () -> follow(number, "policeOutcome", "JUDGED", "protection", "REFUSED"), "outcomeAt", "protectionAt");
        assertRefused(
                () -> follow(
                        number,
                        "policeOutcome",
                        "ONGOING",
                        "protection",
                        "REFUSED",
                        "protectionAt",
                        "2026-11-25",
                        "nextCheck",
                        "2026-11-24"),
                "protectionAt",
                "nextCheck");
        assertRefused(() -> follow(number, "policeOutcome", "ONGOING", "nextCheck", "2027-03-01"), "nextCheck");
        assertThat(referral(number).outcome()).isNull();
    }

    @Test
    void what_came_by_letter_or_email_is_entered_in_the_register_under_a_neutral_title() {
        String number = report(
                        newMember("GRUNDSKOLENAMNDEN"),
                        AReport.about("GRUNDSKOLENAMNDEN").at(Place.MAIL))
                .caseNumber();
        referrals.start(number);
        assertThat(texts.advice(referral(number), officersSight(number))).contains("Diarieför", "Inkommen skrivelse");

        assertThat(openInCase.of(number, officersSight(number)))
                .filteredOn(open -> open.code().equals("unregistered"))
                .hasSize(1)
                .noneMatch(OpenMatter::blocksClosing);

        assertThatThrownBy(() -> registrations.register(number, true, "Hotbrev från en granne", OFFICER))
                .hasMessageContaining("police.diaryNumber");
        assertThatThrownBy(() -> registrations.register(number, false, "0123/26", OFFICER))
                .hasMessageContaining("police.registered");
        registrations.register(number, true, "0123/26", OFFICER);

        assertThat(texts.advice(referral(number), officersSight(number))).doesNotContain("Diarieför");
        assertThat(openInCase.of(number, officersSight(number)))
                .extracting(OpenMatter::code)
                .doesNotContain("unregistered");
        assertThat(timeline(number)).contains(EventKind.MAIL_REGISTERED);
        String byPhone = report(
                        newMember("GRUNDSKOLENAMNDEN"),
                        AReport.about("GRUNDSKOLENAMNDEN").at(Place.PHONE))
                .caseNumber();
        assertThat(registrations.isMissing(byPhone, officersSight(byPhone))).isFalse();
    }

    @Test
    void a_new_owner_learns_that_it_came_by_letter_when_the_description_is_handed_over() {
        String number = report(
                        newMember("GRUNDSKOLENAMNDEN"),
                        AReport.about("GRUNDSKOLENAMNDEN").at(Place.MAIL))
                .caseNumber();
        referrals.start(number);
        Owner former = file(number).owner();
        later(Duration.ofHours(1));
        responsibilities.takeOver(
                number,
                Owner.SECURITY_AND_PREPAREDNESS,
                "Frågan har flyttats till kommunstyrelsen.",
                EventKind.CASE_TRANSFERRED,
                "sob-1");
        assertThat(texts.advice(referral(number), needToKnow.sight("sob-1", number)))
                .doesNotContain("Diarieför");
        assertThat(openInCase.of(number, needToKnow.sight("sob-1", number)))
                .extracting(OpenMatter::code)
                .doesNotContain("unregistered");

        cases.disclose(
                number,
                former,
                Owner.SECURITY_AND_PREPAREDNESS.group(),
                Disclosure.Occasion.LATER,
                SecrecyGround.NECESSARY,
                Set.of(Part.DESCRIPTION),
                OFFICER);
        assertThat(texts.advice(referral(number), needToKnow.sight("sob-1", number)))
                .contains("Diarieför");
    }

    @Test
    void a_new_owner_does_not_see_what_has_not_been_handed_over() {
        String number = assessedCase();
        advise(
                number,
                "policeDecision",
                "REPORTED",
                "reportNumber",
                "5000-K777-26",
                "reportedAt",
                "2026-11-24",
                "reportedBy",
                "CITY");
        later(Duration.ofHours(1));
        responsibilities.takeOver(
                number,
                Owner.SECURITY_AND_PREPAREDNESS,
                "Frågan har flyttats till kommunstyrelsen.",
                EventKind.CASE_TRANSFERRED,
                "sob-1");

        Sight sight = needToKnow.sight("sob-1", number);
        assertThat(texts.visible(number, sight)).isEmpty();
        assertThat(texts.known(referral(number), sight))
                .contains("är inte utlämnat")
                .doesNotContain("5000-K777-26", "staden");
    }

    @Test
    void the_engine_knows_nothing_of_what_is_written_about_the_police() {
        String canary = "Kanariefågel i polisfrågan";
        String number = assessedCase();
        String exposed = file(number).exposed().orElseThrow();
        referrals.wish(number, canary, "070-1740699", true, OFFICER);
        referrals.answer(number, ReportedBy.CITY, exposed);
        advise(number, "policeDecision", "REPORT", "reportedBy", "CITY", "reportNumber", canary, "pastTheForm", canary);
        complete(
                OFFICER,
                number,
                "userTask_reportToPolice",
                "policeReport",
                "MADE",
                "reportNumber",
                "5000-K9876543-26",
                "reportedAt",
                "2026-11-24",
                "reportedBy",
                "CITY",
                "note",
                canary);
        follow(number, "policeOutcome", "DISCONTINUED", "outcomeAt", "2026-11-24", "note", canary);

        assertThat(EngineTables.holding(jdbc, canary, exposed, "5000-K9876543-26", "070-1740699"))
                .isEmpty();
    }

    private static void assertRefused(Runnable action, String... fields) {
        assertThatThrownBy(action::run).isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.problems())
                .extracting("field")
                .containsExactlyInAnyOrder((Object[]) fields));
    }
}
