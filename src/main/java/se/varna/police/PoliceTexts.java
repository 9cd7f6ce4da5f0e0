package se.varna.police;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import se.varna.access.Part;
import se.varna.access.Sight;
import se.varna.casefile.CaseFiles;
import se.varna.common.Labels;
import se.varna.common.Markdown;
import se.varna.common.Sweden;

/** What is said about the police in forms and on pages, as far as the reader may see it. */
@Component
public class PoliceTexts {

    private final PoliceReferrals referrals;
    private final Registrations registrations;
    private final CaseFiles cases;
    private final PoliceSettings settings;
    private final Labels labels;
    private final String baseUrl;

    PoliceTexts(
            PoliceReferrals referrals,
            Registrations registrations,
            CaseFiles cases,
            PoliceSettings settings,
            Labels labels,
            @Value("${varna.base-url}") String baseUrl) {
        this.referrals = referrals;
        this.registrations = registrations;
        this.cases = cases;
        this.settings = settings;
        this.labels = labels;
        this.baseUrl = baseUrl;
    }

    /** The steps of the case's referrals that the reader may see, in the order in which they were recorded. */
    public List<PoliceEntry> visible(String caseNumber, Sight sight) {
        return referrals.entries(caseNumber).stream()
                .filter(entry -> sight.shows(Part.POLICE, entry.at()))
                .toList();
    }

    /** One step as a Swedish sentence. */
    public String sentence(PoliceEntry entry) {
        return labels.text(
                "police.step." + entry.step(),
                labels.of(entry.value()),
                Optional.ofNullable(entry.reportNumber()).orElse(""),
                entry.day() == null ? labels.text("police.dayUnknown") : labels.day(entry.day()));
    }

    /** Where it stands, for the exposed person. */
    public String plainly(PoliceReferral referral) {
        if (referral.isPutOff()) {
            return labels.text("status.police.later", labels.day(dayOf(referral.askAgainAt())));
        }
        return labels.text(
                "status.police." + referral.state(),
                labels.day(referral.reportedAt()),
                referral.reportNumber(),
                labels.of(referral.outcome()),
                labels.day(referral.outcomeAt()));
    }

    private static LocalDate dayOf(Instant moment) {
        return LocalDate.ofInstant(moment, Sweden.TIME);
    }

    /** Where to turn: 112, 114 14, the nearest station, and the police region's own department (R47). */
    public String whereToTurn() {
        return labels.text(
                "police.where",
                settings.station(),
                settings.regionGroup().name(),
                settings.regionGroup().contact());
    }

    /** Why one reports: not the guidance's own words, and said to be so. */
    public String arguments() {
        return labels.text("police.arguments");
    }

    /** What the register is told of it: neither who, nor what. */
    public String neutralTitle() {
        return labels.text("police.neutralTitle");
    }

    /** For <i>Ge råd om polisanmälan</i>. */
    public String advice(PoliceReferral referral, Sight sight) {
        List<String> parts = new ArrayList<>();
        parts.add(labels.text("form.policeAdvice"));
        latest(referral, PoliceEntry.Step.ANSWERED, sight)
                .filter(answer -> referral.reporter() != null)
                .ifPresent(answer -> parts.add(labels.text("form.policeAnswered", labels.of(answer.value()))));
        if (referral.timesAsked() == 0 && saysReported(referral.caseNumber(), sight)) {
            parts.add(labels.text("form.policeReportedAlready"));
        }
        if (!showsAll(referral, sight)) {
            parts.add(labels.text("form.withheld.police"));
        } else if (referral.isPutOff()) {
            parts.add(labels.text("form.policeAskedBefore", referral.timesAsked()));
        }
        parts.add(arguments());
        parts.add(whereToTurn());
        return joined(parts, referral.caseNumber(), sight);
    }

    /** For <i>Se till att anmälan görs</i>: it follows from who is to report. */
    public String toReport(PoliceReferral referral, Sight sight) {
        Optional<PoliceEntry> decided = latest(referral, PoliceEntry.Step.TO_REPORT, sight);
        List<String> parts = new ArrayList<>();
        parts.add(
                decided.isPresent()
                        ? labels.text("form.policeToReport." + referral.reporter())
                        : labels.text("form.withheld.police"));
        parts.add(labels.text("form.policeSay"));
        parts.add(whereToTurn());
        return joined(parts, referral.caseNumber(), sight);
    }

    /** For <i>Följ polisens ärende</i>. */
    public String known(PoliceReferral referral, Sight sight) {
        List<String> parts = new ArrayList<>();
        parts.add(latest(referral, PoliceEntry.Step.REPORTED, sight)
                .map(reported -> labels.text(
                        "form.policeCase",
                        reported.reportNumber(),
                        labels.day(reported.day()),
                        labels.of(reported.value())))
                .orElseGet(() -> labels.text("form.withheld.police")));
        latest(referral, PoliceEntry.Step.PROTECTION, sight).ifPresent(protection -> parts.add(sentence(protection)));
        latest(referral, PoliceEntry.Step.OUTCOME, sight).ifPresent(outcome -> {
            parts.add(sentence(outcome));
            if (outcome.note() != null) {
                parts.add(Markdown.quote(outcome.note()));
            }
        });
        return joined(parts, referral.caseNumber(), sight);
    }

    /** When it is looked at next, and how late that may be. */
    public String nextCheck() {
        return labels.text(
                "form.nextPoliceCheck", labels.day(referrals.checkDay()), labels.day(referrals.latestCheckDay()));
    }

    private boolean saysReported(String caseNumber, Sight sight) {
        return sight.shows(Part.POLICE, cases.get(caseNumber).receivedAt())
                && cases.answers(caseNumber).policeReported();
    }

    private boolean showsAll(PoliceReferral referral, Sight sight) {
        return referrals.entries(referral.caseNumber()).stream()
                .filter(entry -> entry.referral().equals(referral.id()))
                .allMatch(entry -> sight.shows(Part.POLICE, entry.at()));
    }

    private Optional<PoliceEntry> latest(PoliceReferral referral, PoliceEntry.Step step, Sight sight) {
        return visible(referral.caseNumber(), sight).stream()
                .filter(entry -> entry.referral().equals(referral.id()) && entry.step() == step)
                .reduce((earlier, later) -> later);
    }

    /** With what holds for each: the reminder of the register, and where the bundle is. */
    private String joined(List<String> parts, String caseNumber, Sight sight) {
        if (registrations.isMissing(caseNumber, sight)) {
            parts.add(labels.text("form.policeRegister", neutralTitle()));
        }
        parts.add(labels.text("form.policeBundle", baseUrl + "/arenden/" + caseNumber));
        return String.join("\n\n", parts);
    }
}
