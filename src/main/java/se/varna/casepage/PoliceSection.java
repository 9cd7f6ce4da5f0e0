package se.varna.casepage;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.HtmlUtils;
import se.varna.access.Action;
import se.varna.access.Part;
import se.varna.access.Relation;
import se.varna.access.Sight;
import se.varna.bundle.Bundle;
import se.varna.bundle.Bundles;
import se.varna.bundle.LeftOut;
import se.varna.common.Choice;
import se.varna.common.Labels;
import se.varna.common.web.Choices;
import se.varna.common.web.Form;
import se.varna.directory.Directory;
import se.varna.police.PoliceReferral;
import se.varna.police.PoliceReferrals;
import se.varna.police.PoliceSettings;
import se.varna.police.PoliceTexts;
import se.varna.police.PoliceWishes;
import se.varna.police.Registration;
import se.varna.police.Registrations;

/** The section about the police on the pages of a case, as the one who reads the page may see it. */
@Component("policeSection")
class PoliceSection {

    private final PoliceReferrals referrals;
    private final PoliceTexts texts;
    private final PoliceSettings settings;
    private final Registrations registrations;
    private final Bundles bundles;
    private final Directory directory;
    private final Choices choices;
    private final Labels labels;
    private final HttpServletRequest request;

    PoliceSection(
            PoliceReferrals referrals,
            PoliceTexts texts,
            PoliceSettings settings,
            Registrations registrations,
            Bundles bundles,
            Directory directory,
            Choices choices,
            Labels labels,
            HttpServletRequest request) {
        this.referrals = referrals;
        this.texts = texts;
        this.settings = settings;
        this.registrations = registrations;
        this.bundles = bundles;
        this.directory = directory;
        this.choices = choices;
        this.labels = labels;
        this.request = request;
    }

    /**
     * For those who work the case, beside the steps, which are among the {@link CaseParts parts} of it.
     *
     * @param register whether what came has to be entered in the register and is not
     * @param leftOut what the reader's bundle lacks
     * @param files how many files go along in the ZIP
     */
    record Section(
            String arguments,
            String where,
            boolean register,
            boolean mayRegister,
            String neutralTitle,
            List<Registered> registered,
            boolean mayMake,
            Set<LeftOut> leftOut,
            int files,
            Form wishes) {}

    record Registered(Instant at, String by, String diaryNumber) {}

    /**
     * For the exposed person, in plain words.
     *
     * @param stage where it stands, one sentence each
     * @param toReport whether a report is still to be made, or may be: then it is said why and how
     * @param where where to turn, as markup: what the city has called things is in Swedish in either language
     * @param who the choices of who is to report; empty when that is settled
     * @param answered whether they have chosen already
     */
    record Own(
            List<String> stage,
            String arguments,
            String where,
            boolean toReport,
            List<Choice> who,
            boolean answered,
            Set<LeftOut> leftOut,
            int files,
            Form wishes) {}

    public Section of(String number, Sight sight) {
        Bundle bundle = bundles.of(number, request.getRemoteUser(), sight);
        return new Section(
                texts.arguments(),
                texts.whereToTurn(),
                registrations.isMissing(number, sight),
                sight.may(Action.REGISTER_MAIL) && registrations.concerns(number, sight),
                texts.neutralTitle(),
                registrations.of(number).stream()
                        .filter(each -> sight.shows(Part.POLICE, each.at()))
                        .map(this::registered)
                        .toList(),
                sight.may(Action.MAKE_POLICE_BUNDLE),
                bundle.leftOut(),
                bundle.originals().size(),
                wishes(number, sight));
    }

    public Own own(String number, Sight sight) {
        List<PoliceReferral> all = referrals.of(number);
        List<String> stage = new ArrayList<>();
        all.forEach(referral -> tell(stage, referral));
        if (all.isEmpty()) {
            stage.add(labels.text("status.police.none"));
        }
        boolean settled = all.stream()
                .anyMatch(referral -> referral.isOpen() && referral.state() != PoliceReferral.State.ADVISED);
        Bundle bundle = bundles.of(number, request.getRemoteUser(), sight);
        return new Own(
                stage,
                labels.text("own.police.arguments"),
                labels.text(
                        "own.police.where.html",
                        HtmlUtils.htmlEscape(settings.station()),
                        HtmlUtils.htmlEscape(settings.regionGroup().name()),
                        HtmlUtils.htmlEscape(settings.regionGroup().contact())),
                all.stream().noneMatch(PoliceReferral::isReported) || !settled,
                settled ? List.of() : choices.of(PoliceReferral.ReportedBy.class),
                !settled && all.stream().anyMatch(referral -> referral.isOpen() && referral.reporter() != null),
                bundle.leftOut(),
                bundle.originals().size(),
                wishes(number, sight));
    }

    private void tell(List<String> stage, PoliceReferral referral) {
        stage.add(texts.plainly(referral));
        if (referral.state() == PoliceReferral.State.TO_REPORT) {
            stage.add(labels.text("status.police.who." + referral.reporter()));
        }
        if (referral.state() == PoliceReferral.State.ADVISED && referral.reporter() != null) {
            stage.add(labels.text("status.police.answered." + referral.reporter()));
        }
        if (referral.outcome() != null && referral.state() == PoliceReferral.State.REPORTED) {
            stage.add(labels.text("status.police.outcome." + referral.outcome(), labels.day(referral.outcomeAt())));
        }
        if (referral.protection() != null) {
            stage.add(labels.text(
                    "status.police.protection." + referral.protection(), labels.day(referral.protectionAt())));
        }
    }

    /** The form with what was written last, where the reader may see it. */
    private Form wishes(String number, Sight sight) {
        MultiValueMap<String, String> kept = new LinkedMultiValueMap<>();
        PoliceWishes latest = referrals.wishes(number).stream()
                .findFirst()
                .filter(wish -> sight.relations().contains(Relation.EXPOSED) || sight.shows(Part.POLICE, wish.at()))
                .orElse(null);
        if (latest != null) {
            kept.set("earlier", latest.earlier());
            kept.set("workMobile", latest.workMobile());
        }
        if (latest == null || latest.askProtection()) {
            kept.set("askProtection", "true");
        }
        return Form.of("wishes", kept);
    }

    private Registered registered(Registration registration) {
        return new Registered(registration.at(), directory.nameOf(registration.person()), registration.diaryNumber());
    }
}
