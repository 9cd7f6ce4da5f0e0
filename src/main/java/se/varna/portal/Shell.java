package se.varna.portal;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import se.varna.access.Area;
import se.varna.access.NeedToKnow;
import se.varna.access.SessionLife;
import se.varna.common.Labels;
import se.varna.directory.Directory;
import se.varna.directory.Groups;
import se.varna.directory.Person;
import se.varna.duty.StaffedHours;

/** What stands around every page: asked by the layout, so that no controller has to know of it. */
@Component("shell")
class Shell {

    private final String name;
    private final String municipality;
    private final URI quickExit;
    private final String supportPhone;
    private final Directory directory;
    private final NeedToKnow needToKnow;
    private final StaffedHours hours;
    private final Labels labels;
    private final SessionLife sessionLife;
    private final Clock clock;

    Shell(
            @Value("${varna.name}") String name,
            @Value("${varna.municipality}") String municipality,
            @Value("${varna.quick-exit-url}") URI quickExit,
            @Value("${varna.support-line.phone}") String supportPhone,
            Directory directory,
            NeedToKnow needToKnow,
            StaffedHours hours,
            Labels labels,
            SessionLife sessionLife,
            Clock clock) {
        this.name = name;
        this.municipality = municipality;
        this.quickExit = quickExit;
        this.supportPhone = supportPhone;
        this.directory = directory;
        this.needToKnow = needToKnow;
        this.hours = hours;
        this.labels = labels;
        this.sessionLife = sessionLife;
        this.clock = clock;
    }

    public String name() {
        return name;
    }

    public String municipality() {
        return municipality;
    }

    /** Where the one goes who has to leave the page at once: a page that tells nothing. */
    public String quickExit() {
        return quickExit.toString();
    }

    /** The support line's number (R33). */
    public String supportPhone() {
        return supportPhone;
    }

    /** Who answers the support line now, Säkerhet och Beredskap (R34) or the on-call company (R35), and until when. */
    public String answersNow() {
        return labels.text(
                hours.isStaffedNow() ? "line.now.city" : "line.now.company",
                labels.moment(hours.nextChange(clock.instant())));
    }

    /** The name of who is signed in, or null. */
    public String person() {
        return signedIn()
                .map(id -> directory.person(id).map(Person::displayName).orElse(id))
                .orElse(null);
    }

    /** The id of who is signed in, or null. */
    public String personId() {
        return signedIn().orElse(null);
    }

    /** How many seconds the one who is signed in stays so without doing anything more; null for nobody. */
    public Long sessionSeconds() {
        return signedIn().isPresent()
                        && RequestContextHolder.currentRequestAttributes()
                                        .getAttribute(SessionLife.SIGNED_IN_AT, RequestAttributes.SCOPE_SESSION)
                                instanceof Instant since
                ? sessionLife.left(since).toSeconds()
                : null;
    }

    /** The part of the application that is shown: the first page of it, as {@code /arenden} for a case. */
    public String section() {
        return path().replaceFirst("(?<=.)/.*", "");
    }

    /** What {@code aria-current} says of the link to that part: the very page, or one above it. */
    public String shown() {
        return path().equals(section()) ? "page" : "true";
    }

    private static String path() {
        return ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes())
                .getRequest()
                .getServletPath();
    }

    /** What the layout offers the one who is signed in: the parts that {@link se.varna.access.AccessTable} opens to them. */
    public Links links() {
        String person = signedIn().orElse(null);
        Set<String> groups = person == null ? Set.of() : directory.groups(person);
        Set<Area> areas = needToKnow.areas(person);
        return new Links(
                groups.contains(Groups.OFFICIALS),
                // Officials may start a report in Tasklist, but the portal's way is the shorter.
                areas.contains(Area.TASKLIST) && !groups.equals(Set.of(Groups.OFFICIALS)),
                areas.contains(Area.CASES),
                areas.contains(Area.CASES) && Groups.mayHoldCases(groups),
                areas.contains(Area.COCKPIT),
                areas.contains(Area.ADMIN),
                areas.contains(Area.SUPPORT_LINE),
                areas.contains(Area.ROSTER),
                areas.contains(Area.CALENDAR),
                areas.contains(Area.REPETITION),
                areas.contains(Area.DIRECTORY),
                areas.contains(Area.STATISTICS),
                areas.contains(Area.PARTY),
                areas.contains(Area.PARTIES));
    }

    /** Which links are shown. */
    public record Links(
            boolean own,
            boolean tasklist,
            boolean cases,
            boolean coming,
            boolean cockpit,
            boolean admin,
            boolean supportLine,
            boolean roster,
            boolean calendar,
            boolean repetition,
            boolean directory,
            boolean statistics,
            boolean party,
            boolean parties) {

        /** Whether there are too many to stand in a row on a telephone. */
        public boolean isMany() {
            return Stream.of(
                                    own,
                                    tasklist,
                                    cases,
                                    cockpit,
                                    admin,
                                    supportLine,
                                    calendar,
                                    repetition,
                                    directory,
                                    statistics,
                                    party,
                                    parties)
                            .filter(shown -> shown)
                            .count()
                    > 1;
        }
    }

    private static Optional<String> signedIn() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication == null
                        || authentication instanceof AnonymousAuthenticationToken
                        || !authentication.isAuthenticated()
                ? Optional.empty()
                : Optional.of(authentication.getName());
    }
}
