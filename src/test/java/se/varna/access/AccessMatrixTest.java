package se.varna.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import se.varna.AReport;
import se.varna.VarnaTest;
import se.varna.advice.Advice;
import se.varna.advice.SecurityQuestion;
import se.varna.casefile.Indicator;
import se.varna.casefile.Kind;
import se.varna.casefile.Matter;
import se.varna.casefile.Place;
import se.varna.common.Labels;
import se.varna.consultation.Consultations;
import se.varna.consultation.InformationCopies;
import se.varna.directory.Owner;
import se.varna.disclosure.PartyConsent;
import se.varna.engine.TaskWork;
import se.varna.pages.Reporter;
import se.varna.pages.Visitor;
import se.varna.planning.Notice;
import se.varna.planning.PlannedEvent;
import se.varna.planning.PlannedEvents;
import se.varna.recusal.Recusals;
import se.varna.responsibility.Settlements;

/**
 * Every person × every page and call that exists × every way to stand to a case. What is expected comes from
 * {@code access.yaml}; what the situations are is told here. A new page, a new row and a new action are tested by
 * themselves, and one that no situation reaches fails.
 */
class AccessMatrixTest extends VarnaTest {

    private static final String NOBODYS = "V-2026-99999";
    private static final String ANONYMOUS = "(ingen)";
    private static final List<String> PERSONS = List.of(
            "ledamot-namnd",
            "sob-1",
            "lsa-grundskola",
            "lsa-liseberg",
            "jour",
            "parti-a",
            "parti-b",
            "processagare",
            "admin");

    private static final AccessTable TABLE = AccessTable.read();

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    @Autowired
    PartyConsent consents;

    @Autowired
    Recusals recusals;

    @Autowired
    Settlements settlements;

    @Autowired
    InformationCopies copies;

    @Autowired
    Consultations consultations;

    @Autowired
    Advice advice;

    @Autowired
    PlannedEvents events;

    @Autowired
    Labels labels;

    @Autowired
    List<TaskWork> works;

    /** A case and those who stand in a relation to it, each with the role in which they do. */
    private record Situation(String number, String exposed, Map<String, Set<Standing>> standings) {

        private Situation with(String person, Relation relation, Role role) {
            standings.computeIfAbsent(person, p -> new java.util.HashSet<>()).add(new Standing(relation, role));
            return this;
        }

        private Set<Standing> of(String person) {
            Set<Standing> all = standings.getOrDefault(person, Set.of());
            boolean isExposed = all.stream().anyMatch(standing -> standing.relation() == Relation.EXPOSED);
            // For the exposed person nothing else counts.
            return isExposed
                    ? all.stream()
                            .filter(standing -> standing.role() == Role.SIGNED_IN)
                            .collect(Collectors.toSet())
                    : all;
        }
    }

    private record Standing(Relation relation, Role role) {}

    private record Route(String method, String path, ForCase forCase, ForArea forArea) {

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    /** Told once for all tests here: none of them changes how anyone stands. */
    private static final Map<String, Situation> SITUATIONS = new LinkedHashMap<>();

    private static final Map<String, Visitor> VISITORS = new HashMap<>();

    /** A night when the on-call company answers. */
    private static final String NIGHT = "2026-11-25T22:00";

    @BeforeEach
    void situations() {
        if (SITUATIONS.isEmpty()) {
            tell();
        }
        clock.set(NIGHT);
    }

    private void tell() {
        situation("a board's own case", member("GRUNDSKOLENAMNDEN"), AReport.about("GRUNDSKOLENAMNDEN"))
                .with("lsa-grundskola", Relation.OWNER, Role.LOCAL_OFFICER);

        situation("a council member in a board's work", member("KF"), AReport.about("GRUNDSKOLENAMNDEN"))
                .with("lsa-grundskola", Relation.OWNER, Role.LOCAL_OFFICER)
                .with("sob-1", Relation.INFORMATION_COPY, Role.SECURITY_AND_PREPAREDNESS);

        situation("the council's own case", member("KF"), AReport.about("KF"))
                .with("sob-1", Relation.OWNER, Role.SECURITY_AND_PREPAREDNESS);

        situation("a unit that has nobody", member("KULTURNAMNDEN"), AReport.about("KULTURNAMNDEN"))
                .with("sob-1", Relation.OWNER, Role.SECURITY_AND_PREPAREDNESS);

        situation(
                        "election work on a board's premises",
                        member("GRUNDSKOLENAMNDEN"),
                        AReport.about("GRUNDSKOLENAMNDEN")
                                .matter(Matter.ELECTION_WORK)
                                .at(Place.OTHER_CITY_PREMISES))
                .with("sob-1", Relation.OWNER, Role.SECURITY_AND_PREPAREDNESS)
                .with("lsa-grundskola", Relation.INFORMATION_COPY, Role.LOCAL_OFFICER);

        situation(
                        "election work on the premises of a unit that has nobody",
                        member("KULTURNAMNDEN"),
                        AReport.about("KULTURNAMNDEN")
                                .matter(Matter.ELECTION_WORK)
                                .at(Place.OTHER_CITY_PREMISES))
                .with("sob-1", Relation.OWNER, Role.SECURITY_AND_PREPAREDNESS)
                .with("sob-1", Relation.INFORMATION_COPY, Role.SECURITY_AND_PREPAREDNESS);

        Situation informed = situation("another's premises, told by the department", member("KF"), AReport.about("KF"))
                .with("sob-1", Relation.OWNER, Role.SECURITY_AND_PREPAREDNESS)
                .with("lsa-liseberg", Relation.INFORMATION_COPY, Role.LOCAL_OFFICER);
        copies.inform(informed.number(), Owner.localOfficer("LISEBERG"), "Mötet hålls hos er.", "sob-1");

        situation("a party's case without consent", member("KF"), AReport.about(Matter.PARTY))
                .with("sob-1", Relation.OWNER, Role.SECURITY_AND_PREPAREDNESS);

        situation(
                        "a party's case with consent",
                        member("KF"),
                        AReport.about(Matter.PARTY).partyMayBeContacted())
                .with("parti-a", Relation.OWNER, Role.PARTY_OFFICER);

        Situation advised = situation(
                        "a party that asks for advice",
                        member("KF"),
                        AReport.about(Matter.PARTY).partyMayBeContacted())
                .with("parti-a", Relation.OWNER, Role.PARTY_OFFICER)
                .with("sob-1", Relation.PARTY_ADVICE, Role.SECURITY_AND_PREPAREDNESS);
        copies.askAdvice(advised.number(), "Räcker det här?", "I telefon i dag.", "parti-a");

        Situation noLonger = situation(
                        "a party that may no longer have advice",
                        member("KF"),
                        AReport.about(Matter.PARTY).partyMayBeContacted())
                .with("parti-a", Relation.OWNER, Role.PARTY_OFFICER);
        copies.askAdvice(noLonger.number(), "Räcker det här?", "I telefon i dag.", "parti-a");
        copies.withdrawAdvice(noLonger.number(), noLonger.exposed());

        situation(
                        "acute danger in office hours",
                        member("LISEBERG"),
                        AReport.about("LISEBERG").acute())
                .with("lsa-liseberg", Relation.OWNER, Role.LOCAL_OFFICER)
                .with("sob-1", Relation.ACUTE_ALERT, Role.SECURITY_AND_PREPAREDNESS);

        String reportedFor = member("GRUNDSKOLENAMNDEN");
        String byOther = report(
                        "lsa-liseberg",
                        AReport.about("GRUNDSKOLENAMNDEN").exposed(reportedFor).kind(Kind.THREAT))
                .caseNumber();
        situation("reported by somebody else", byOther, reportedFor)
                .with("lsa-grundskola", Relation.OWNER, Role.LOCAL_OFFICER)
                .with("lsa-liseberg", Relation.REPORTER, Role.SIGNED_IN);

        String twice = member("GRUNDSKOLENAMNDEN");
        for (String unit : List.of("GRUNDSKOLENAMNDEN", "LISEBERG")) {
            String officer = unit.equals("LISEBERG") ? "lsa-liseberg" : "lsa-grundskola";
            situation("again, at " + unit, twice, AReport.about(unit))
                    .with(officer, Relation.OWNER, Role.LOCAL_OFFICER)
                    .with("sob-1", Relation.REPETITION, Role.SECURITY_AND_PREPAREDNESS);
        }

        String owned = member("GRUNDSKOLENAMNDEN");
        jdbc.sql("INSERT INTO varna.appointment (person, office, organisation, valid_from)"
                        + " VALUES (?, 'LOCAL_SECURITY_DEPUTY', 'GRUNDSKOLENAMNDEN', '2026-01-01')")
                .param(owned)
                .update();
        situation("an officer's own exposure", owned, AReport.about("GRUNDSKOLENAMNDEN"))
                .with(owned, Relation.OWNER, Role.LOCAL_OFFICER)
                .with("lsa-grundskola", Relation.OWNER, Role.LOCAL_OFFICER);

        Situation told = situation(
                        "a party that was told",
                        member("GRUNDSKOLENAMNDEN"),
                        AReport.about("GRUNDSKOLENAMNDEN").partyMayBeContacted())
                .with("lsa-grundskola", Relation.OWNER, Role.LOCAL_OFFICER)
                .with("parti-a", Relation.CONSENT, Role.PARTY_OFFICER);
        assess(told, "informParty", true);

        Situation withdrawn = situation(
                        "a party that may no longer know",
                        member("GRUNDSKOLENAMNDEN"),
                        AReport.about("GRUNDSKOLENAMNDEN").partyMayBeContacted())
                .with("lsa-grundskola", Relation.OWNER, Role.LOCAL_OFFICER);
        assess(withdrawn, "informParty", true);
        consents.says(withdrawn.number(), false, withdrawn.exposed());

        Situation asked = situation(
                        "asked to take over", member("GRUNDSKOLENAMNDEN"), AReport.about("GRUNDSKOLENAMNDEN"))
                .with("lsa-grundskola", Relation.OWNER, Role.LOCAL_OFFICER)
                .with("sob-1", Relation.CONSULTATION, Role.SECURITY_AND_PREPAREDNESS);
        consult(asked);

        takenOver("taken over")
                .with("lsa-grundskola", Relation.FORMER_OWNER, Role.LOCAL_OFFICER)
                .with("sob-1", Relation.OWNER, Role.SECURITY_AND_PREPAREDNESS);

        Situation askedBack = takenOver("asked to take it back")
                .with("lsa-grundskola", Relation.FORMER_OWNER, Role.LOCAL_OFFICER)
                .with("lsa-grundskola", Relation.CONSULTATION, Role.LOCAL_OFFICER)
                .with("sob-1", Relation.OWNER, Role.SECURITY_AND_PREPAREDNESS);
        handBack(askedBack);

        Situation handedBack = takenOver("handed back")
                .with("lsa-grundskola", Relation.OWNER, Role.LOCAL_OFFICER)
                .with("sob-1", Relation.FORMER_OWNER, Role.SECURITY_AND_PREPAREDNESS);
        handBack(handedBack);
        accept("lsa-grundskola", handedBack.number());

        Situation meant = situation(
                        "said to be another's", member("GRUNDSKOLENAMNDEN"), AReport.about("GRUNDSKOLENAMNDEN"))
                .with("lsa-grundskola", Relation.OWNER, Role.LOCAL_OFFICER)
                .with("lsa-liseberg", Relation.DISPUTE, Role.LOCAL_OFFICER)
                .with("sob-1", Relation.DISPUTE, Role.SECURITY_AND_PREPAREDNESS);
        dispute(meant, "LISEBERG");

        Situation disputed = situation(
                        "to be decided whose it is", member("GRUNDSKOLENAMNDEN"), AReport.about("GRUNDSKOLENAMNDEN"))
                .with("lsa-grundskola", Relation.OWNER, Role.LOCAL_OFFICER)
                .with("sob-1", Relation.DISPUTE, Role.SECURITY_AND_PREPAREDNESS);
        dispute(disputed, "SAKERHET_OCH_BEREDSKAP");

        Situation missed = situation(
                        "nobody had called", member("GRUNDSKOLENAMNDEN"), AReport.about("GRUNDSKOLENAMNDEN"))
                .with("lsa-grundskola", Relation.OWNER, Role.LOCAL_OFFICER)
                .with("sob-1", Relation.MISSED_DEADLINE, Role.SECURITY_AND_PREPAREDNESS);
        timeComesFor(missed.number(), "boundaryEvent_contactOverdue");
        timeComesFor(missed.number(), "boundaryEvent_contactOverdueTwice");

        String takesPart = member("LISEBERG");
        planned("a planned meeting", member("GRUNDSKOLENAMNDEN"), takesPart)
                .with("lsa-grundskola", Relation.OWNER, Role.LOCAL_OFFICER)
                .with(takesPart, Relation.PARTICIPANT, Role.SIGNED_IN);

        question("a question", member("GRUNDSKOLENAMNDEN"), "GRUNDSKOLENAMNDEN")
                .with("lsa-grundskola", Relation.OWNER, Role.LOCAL_OFFICER);

        question("a unit asks the department", "lsa-liseberg", "LISEBERG")
                .with("sob-1", Relation.OWNER, Role.SECURITY_AND_PREPAREDNESS);

        Situation unanswered = question("nobody has answered", member("GRUNDSKOLENAMNDEN"), "GRUNDSKOLENAMNDEN")
                .with("lsa-grundskola", Relation.OWNER, Role.LOCAL_OFFICER)
                .with("sob-1", Relation.MISSED_DEADLINE, Role.SECURITY_AND_PREPAREDNESS);
        timeComesFor(unanswered.number(), "boundaryEvent_questionOverdueTwice");

        Situation recused = situation(
                "an officer who may not act", member("GRUNDSKOLENAMNDEN"), AReport.about("GRUNDSKOLENAMNDEN"));
        recusals.recuse(recused.number(), "lsa-grundskola", "Vi är släkt.");

        Situation copied = situation("told, and may not act", member("KF"), AReport.about("GRUNDSKOLENAMNDEN"))
                .with("lsa-grundskola", Relation.OWNER, Role.LOCAL_OFFICER);
        recusals.recuse(copied.number(), "sob-1", "Vi är släkt.");

        Situation withoutActors = situation(
                        "a unit where nobody may act", member("LISEBERG"), AReport.about("LISEBERG"))
                .with("sob-1", Relation.OWNER, Role.SECURITY_AND_PREPAREDNESS);
        recusals.recuse(withoutActors.number(), "lsa-liseberg", "Vi är släkt.");

        clock.set(NIGHT);
        situation(
                        "an urgent case at night",
                        member("LISEBERG"),
                        AReport.about("LISEBERG").mentioning(Indicator.WEAPON))
                .with("lsa-liseberg", Relation.OWNER, Role.LOCAL_OFFICER)
                .with("jour", Relation.ON_CALL, Role.ON_CALL);

        Situation morning = situation(
                        "an urgent case that nobody has taken over from the on-call company",
                        member("LISEBERG"),
                        AReport.about("LISEBERG").mentioning(Indicator.WEAPON))
                .with("lsa-liseberg", Relation.OWNER, Role.LOCAL_OFFICER)
                .with("jour", Relation.ON_CALL, Role.ON_CALL);
        timeComesFor(morning.number(), "intermediateEvent_staffedAgain");

        clock.set(NIGHT);
        String caller = member("LISEBERG");
        String written = report(
                        "jour", AReport.about("LISEBERG").exposed(caller).kind(Kind.HATE))
                .caseNumber();
        situation("a call that the on-call company has written down", written, caller)
                .with("lsa-liseberg", Relation.OWNER, Role.LOCAL_OFFICER)
                .with("jour", Relation.REPORTER, Role.SIGNED_IN);

        // The night before: what ended has ended.
        clock.set("2026-11-24T22:00");
        String takenOver = report(
                        "jour",
                        AReport.about("LISEBERG")
                                .exposed(caller = member("LISEBERG"))
                                .mentioning(Indicator.WEAPON))
                .caseNumber();
        situation("taken over from the on-call company", takenOver, caller)
                .with("lsa-liseberg", Relation.OWNER, Role.LOCAL_OFFICER);
        timeComesFor(takenOver, "intermediateEvent_staffedAgain");
        complete("lsa-liseberg", takenOver, "userTask_takeOverFromOnCall", "taken", true);

        SITUATIONS.put("no case at all", new Situation(NOBODYS, null, Map.of()));
    }

    @Test
    void every_page_and_call_says_what_it_is_for() {
        List<Route> routes = routes();
        assertThat(routes).hasSizeGreaterThan(25);
        assertThat(routes).allSatisfy(route -> assertThat((route.forCase() == null) != (route.forArea() == null))
                .as(route.toString())
                .isTrue());
        assertThat(routes.stream().filter(route -> route.forCase() != null))
                .hasSizeGreaterThan(12)
                .allSatisfy(route -> assertThat(route.path()).contains("{number}"));
    }

    @Test
    void every_row_of_the_table_has_a_situation_and_every_action_a_place() {
        Set<Standing> told = SITUATIONS.values().stream()
                .flatMap(situation -> situation.standings().values().stream())
                .flatMap(Set::stream)
                .collect(Collectors.toSet());
        assertThat(told)
                .containsAll(TABLE.cases().stream()
                        .map(row -> new Standing(row.relation(), row.role()))
                        .toList());
        Set<Action> used = Stream.concat(
                        routes().stream()
                                .filter(route -> route.forCase() != null)
                                .map(route -> route.forCase().value()),
                        works.stream().flatMap(work -> work.needs().stream()))
                .collect(Collectors.toSet());
        assertThat(used).containsExactlyInAnyOrder(Action.values());
        assertThat(TABLE.cases().stream().flatMap(row -> row.may().stream()).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(Action.values());
    }

    @Test
    void process_owners_and_administrators_have_no_row() {
        assertThat(TABLE.cases())
                .noneMatch(row -> row.role() == Role.PROCESS_OWNER
                        || row.role() == Role.ADMINISTRATOR
                        || row.role() == Role.EVERYONE);
    }

    @Test
    void each_person_gets_of_each_case_what_the_table_gives_and_nothing_else_exists() {
        List<String> wrong = new ArrayList<>();
        Map<String, String> nobodys = new HashMap<>();
        int refused = 0;
        int hidden = 0;
        int let = 0;
        for (Route route : routes()) {
            if (route.forCase() == null) {
                continue;
            }
            for (Map.Entry<String, Situation> each : SITUATIONS.entrySet()) {
                Situation situation = each.getValue();
                for (String person : personsOf(situation)) {
                    Visitor.Answer answer = ask(route, person, situation.number());
                    String what = person + ": " + route + ", " + each.getKey() + " gave " + answer.status();
                    Set<Standing> standings = situation.of(person);
                    if (standings.isEmpty()) {
                        hidden++;
                        String none =
                                nobodys.computeIfAbsent(person + route, key -> whole(ask(route, person, NOBODYS)));
                        if (answer.status() != 404 || !whole(answer).equals(none)) {
                            wrong.add(what + " and not what a case that does not exist gives");
                        }
                    } else if (actions(situation, person)
                            .contains(route.forCase().value())) {
                        let++;
                        // What else the address is about need not exist here.
                        boolean none = answer.status() == 404
                                && !route.path().replace("{number}", "").matches("[^{]*");
                        if (!none && !Set.of(200, 201, 302, 400).contains(answer.status())) {
                            wrong.add(what + " and should be let in");
                        }
                    } else {
                        refused++;
                        if (answer.status() != 403) {
                            wrong.add(what + " and should be refused");
                        }
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(List.of(let, refused, hidden)).allMatch(count -> count > 50);
    }

    @Test
    void each_person_sees_as_much_as_the_table_says() {
        SITUATIONS.forEach((name, situation) -> personsOf(situation).forEach(person -> {
            Extent expected = rows(situation.of(person))
                    .map(AccessTable.Row::sees)
                    .max(Enum::compareTo)
                    .orElse(Extent.NOTHING);
            assertThat(extent(situation.number(), person))
                    .as(person + ", " + name)
                    .isEqualTo(expected);
        }));
    }

    @Test
    void each_task_is_worked_by_those_who_are_offered_it_and_whom_the_table_lets() {
        Map<String, TaskWork> byKey = works.stream().collect(Collectors.toMap(TaskWork::taskKey, work -> work));
        List<String> wrong = new ArrayList<>();
        int let = 0;
        for (Situation situation : SITUATIONS.values()) {
            for (String key : openTasks(situation.number())) {
                String task = task(situation.number(), key).getId();
                Set<String> groups = groupsOf(situation.number(), key);
                Set<String> persons = personsOf(situation.number(), key);
                for (String person : personsOf(situation)) {
                    boolean offered = persons.contains(person)
                            || directory.groups(person).stream().anyMatch(groups::contains);
                    boolean may = offered
                            && actions(situation, person)
                                    .contains(byKey.get(key).needs().orElseThrow());
                    let += may ? 1 : 0;
                    for (String address : List.of("/kort", "/arende")) {
                        Visitor.Answer answer = visitor(person).get("/uppgifter/" + task + address);
                        Visitor.Answer none = visitor(person).get("/uppgifter/finns-inte" + address);
                        boolean right =
                                may ? answer.status() == 200 : whole(answer).equals(whole(none));
                        if (!right) {
                            wrong.add(person + ": " + key + " " + address + " " + answer.status());
                        }
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(let).isGreaterThan(10);
    }

    @Test
    void each_part_of_the_application_is_there_for_those_whom_the_table_lets_in_and_for_nobody_else() {
        List<String> wrong = new ArrayList<>();
        for (Route route : routes()) {
            if (route.forArea() == null || route.path().equals("/error")) {
                continue;
            }
            String path = route.path().replaceAll("\\{\\w+(:[^/]*)?}", "0");
            for (String person : PERSONS) {
                boolean may = TABLE.areas(Role.of(directory.groups(person)))
                        .contains(route.forArea().value());
                Visitor.Answer answer = ask(route, person, path, route.method());
                String what = person + ": " + route + " gave " + answer.status() + " at " + answer.path();
                if (!may && !unframed(answer).equals(unframed(ask(route, person, beside(path), route.method())))) {
                    wrong.add(what + " and not what a page that does not exist gives");
                }
                // What an address is about need not exist here; that the part itself does is seen without such.
                if (may
                        && path.equals(route.path())
                        && !Set.of(200, 201, 302, 400).contains(answer.status())) {
                    wrong.add(what + " and should be let in");
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void a_report_that_is_not_sent_is_there_for_its_author_and_for_nobody_else() {
        String author = member("KF");
        String draft = Reporter.begin(visitor(author)).replaceFirst(".*/", "");
        List<Route> ofDrafts = routes().stream()
                .filter(route -> route.path().contains("{draft}"))
                .toList();
        assertThat(ofDrafts).hasSizeGreaterThan(4);
        for (Route route : ofDrafts) {
            String path = route.path().replaceAll("\\{step(:[^/]*)?}", "4");
            for (String person : PERSONS) {
                Visitor.Answer hidden = ask(route, person, path.replace("{draft}", draft), route.method());
                String none = UUID.randomUUID().toString();
                assertThat(hidden.status()).as(person + ": " + route).isEqualTo(404);
                assertThat(whole(hidden))
                        .isEqualTo(whole(ask(route, person, path.replace("{draft}", none), route.method())));
            }
            if (route.method().equals("GET")) {
                assertThat(ask(route, author, path.replace("{draft}", draft), "GET")
                                .status())
                        .as(route.toString())
                        .isEqualTo(200);
            }
        }
    }

    @Test
    void camundas_webapps_open_to_those_whom_the_table_lets_in() {
        Map<Area, String> webapps = Map.of(Area.TASKLIST, "tasklist", Area.COCKPIT, "cockpit", Area.ADMIN, "admin");
        webapps.forEach((area, webapp) -> PERSONS.forEach(person -> {
            Visitor.Answer answer = visitor(person).get("/camunda/app/" + webapp + "/default/");
            assertThat(answer.status())
                    .as(person + ": " + webapp)
                    .isEqualTo(TABLE.areas(Role.of(directory.groups(person))).contains(area) ? 200 : 403);
        }));
    }

    @Test
    void whoever_has_not_signed_in_gets_in_nowhere_but_where_the_table_is_open() {
        List<String> wrong = new ArrayList<>();
        String number = SITUATIONS.values().iterator().next().number();
        for (Route route : routes()) {
            boolean open = route.forArea() != null && route.forArea().value() == Area.OPEN;
            if (open || !route.method().equals("GET")) {
                continue;
            }
            String path = route.path().replace("{number}", number).replaceAll("\\{\\w+(:[^/]*)?}", "0");
            Visitor.Answer answer = ask(route, ANONYMOUS, path, "GET");
            boolean shut = route.path().startsWith("/api/")
                    ? answer.status() == 401
                    : answer.path().equals("/logga-in");
            if (!shut) {
                wrong.add(route + " gave " + answer.status() + " at " + answer.path());
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void nobody_learns_by_asking_for_options_which_pages_there_are() throws Exception {
        for (Route route : routes()) {
            String path = route.path().replaceAll("\\{\\w+(:[^/]*)?}", "0");
            if (!route.path().startsWith("/api/")) {
                Visitor visitor = visitor("ledamot-namnd");
                assertThat(unframed(visitor.options(path)))
                        .as(route.toString())
                        .isEqualTo(unframed(visitor.options("/finns-inte")));
            }
        }
    }

    @Test
    void every_reading_has_a_word_for_the_one_who_asks_who_has_read() {
        Stream.concat(
                        routes().stream()
                                .filter(route -> route.forCase() != null
                                        && route.method().equals("GET"))
                                .map(route -> route.forCase().value().name()),
                        Stream.of(ReadLog.FORM, ReadLog.LIST))
                .forEach(
                        part -> assertThat(labels.text("label.Reading." + part)).isNotBlank());
    }

    // --- how it is asked

    private Visitor.Answer ask(Route route, String person, String number) {
        return ask(
                route,
                person,
                route.path().replace("{number}", number).replaceAll("\\{\\w+(:[^/]*)?}", "0"),
                route.method());
    }

    private Visitor.Answer ask(Route route, String person, String path, String method) {
        if (route.path().startsWith("/api/")) {
            String user = person.equals(ANONYMOUS) ? null : person;
            return Visitor.api(port, method, path, user, method.equals("GET") ? null : "{}");
        }
        Visitor visitor = visitor(person);
        return method.equals("GET") ? visitor.get(path) : visitor.post(path);
    }

    private static String beside(String path) {
        return path.startsWith("/api/") ? "/api/finns-inte" : "/finns-inte";
    }

    /** Everything that an answer tells: its status, its headers and its body, without what is new in every answer. */
    private static String whole(Visitor.Answer answer) {
        Map<String, List<String>> headers =
                new TreeMap<>(answer.response().headers().map());
        headers.keySet().removeIf(name -> Set.of("date", "set-cookie", "connection", "keep-alive")
                .contains(name));
        String body = answer.body().replaceAll("name=\"_csrf\" value=\"[^\"]+\"", "");
        return answer.status() + " " + headers + " " + body;
    }

    /** Who may frame an answer follows from the address alone, whatever is there. */
    private static String unframed(Visitor.Answer answer) {
        return whole(answer).replaceAll("(frame-ancestors |x-frame-options=\\[)[^\\]]+", "$1");
    }

    private Visitor visitor(String person) {
        return VISITORS.computeIfAbsent(person, id -> {
            Visitor visitor = id.equals(ANONYMOUS) ? Visitor.anonymous(port) : Visitor.signedIn(port, id);
            visitor.get("/rapportera");
            return visitor;
        });
    }

    private static List<String> personsOf(Situation situation) {
        return Stream.concat(PERSONS.stream(), Stream.ofNullable(situation.exposed()))
                .distinct()
                .toList();
    }

    private static Stream<AccessTable.Row> rows(Set<Standing> standings) {
        return TABLE.cases().stream().filter(row -> standings.contains(new Standing(row.relation(), row.role())));
    }

    private Set<Action> actions(Situation situation, String person) {
        Set<Action> actions = EnumSet.noneOf(Action.class);
        rows(situation.of(person)).forEach(row -> actions.addAll(row.may()));
        actions.retainAll(TABLE.possible(cases.get(situation.number()).concern()));
        return actions;
    }

    private List<Route> routes() {
        List<Route> routes = new ArrayList<>();
        mapping.getHandlerMethods().forEach((info, handler) -> {
            if (!handler.getBeanType().getName().startsWith("se.varna.")) {
                return;
            }
            Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
            for (String path : info.getPatternValues()) {
                (methods.isEmpty() ? Set.of(RequestMethod.GET) : methods)
                        .forEach(method -> routes.add(new Route(
                                method.name(), path, handler.getMethodAnnotation(ForCase.class), area(handler))));
            }
        });
        return routes.stream()
                .sorted(java.util.Comparator.comparing(Route::toString))
                .toList();
    }

    private static ForArea area(HandlerMethod handler) {
        ForArea own = handler.getMethodAnnotation(ForArea.class);
        return own != null ? own : AnnotatedElementUtils.findMergedAnnotation(handler.getBeanType(), ForArea.class);
    }

    // --- what the situations are made of

    private String member(String unit) {
        return newMember(unit);
    }

    private Situation situation(String name, String exposed, AReport report) {
        String number = report(exposed, report.kind(Kind.THREAT)).caseNumber();
        return situation(name, number, exposed).with(exposed, Relation.REPORTER, Role.SIGNED_IN);
    }

    private Situation situation(String name, String number, String exposed) {
        Situation situation =
                new Situation(number, exposed, new HashMap<>()).with(exposed, Relation.EXPOSED, Role.SIGNED_IN);
        SITUATIONS.put(name, situation);
        return situation;
    }

    /** A meeting that the local officer has judged and is to plan again, since it has been moved. */
    private Situation planned(String name, String official, String takesPart) {
        String number = events.notice(
                new Notice(
                        Notice.SELF,
                        PlannedEvent.Kind.MEETING,
                        "Öppet möte",
                        OffsetDateTime.parse("2026-12-17T18:00+01:00"),
                        null,
                        null,
                        Matter.CITY,
                        "GRUNDSKOLENAMNDEN",
                        null,
                        "Några kan komma och störa.",
                        null,
                        true,
                        null,
                        false),
                official,
                null);
        complete(
                "lsa-grundskola",
                number,
                "userTask_assessRisk",
                "conflict",
                "YES",
                "level",
                "HIGH",
                "reason",
                "De har stört förut.");
        complete(
                "lsa-grundskola",
                number,
                "userTask_planEvent",
                "during",
                "Vi är där.",
                "present",
                "En vakt.",
                "participants",
                List.of(takesPart),
                "shared",
                "Gå in bakvägen.");
        events.change(number, OffsetDateTime.parse("2026-12-18T18:00+01:00"), null, null, official);
        return situation(name, number, official).with(official, Relation.REPORTER, Role.SIGNED_IN);
    }

    private Situation question(String name, String asker, String unit) {
        SecurityQuestion asked = new SecurityQuestion("Hur gör vi?", Matter.CITY, unit, null);
        return situation(name, advice.ask(asked, asker, name), asker).with(asker, Relation.REPORTER, Role.SIGNED_IN);
    }

    private void assess(Situation situation, Object... orders) {
        complete(
                "lsa-grundskola",
                situation.number(),
                "userTask_contactExposed",
                "contactOutcome",
                "REACHED",
                "note",
                "Samtal.");
        Object[] typed = Stream.concat(
                        Stream.of("level", "ELEVATED", "reason", "Sammanvägd bedömning efter samtalet."),
                        Stream.of(orders))
                .toArray();
        complete("lsa-grundskola", situation.number(), "userTask_assessIncident", typed);
    }

    private void dispute(Situation situation, String owner) {
        settlements.raise(
                situation.number(),
                new Settlements.Objection("Det gällde ett beslut hos dem.", owner, Set.of(Part.DESCRIPTION)),
                "lsa-grundskola");
    }

    private void consult(Situation situation) {
        assess(situation, "proposeConsultation", true);
        state("lsa-grundskola", situation.number());
    }

    private Situation takenOver(String name) {
        Situation situation = situation(name, member("GRUNDSKOLENAMNDEN"), AReport.about("GRUNDSKOLENAMNDEN"));
        consult(situation);
        accept("sob-1", situation.number());
        return situation;
    }

    private void handBack(Situation situation) {
        consultations.propose(
                situation.number(),
                new Consultations.Proposal("Frågan är tillbaka.", false, "GRUNDSKOLENAMNDEN"),
                "sob-1");
        state("sob-1", situation.number());
    }

    private void state(String person, String number) {
        complete(
                person,
                number,
                "userTask_stateConsultation",
                "statement",
                "Det här har vi gjort.",
                "parts",
                List.of("CONTACT", "DESCRIPTION"),
                "secrecyGround",
                "NECESSARY",
                "signed",
                true);
    }

    private void accept(String person, String number) {
        complete(
                person,
                number,
                "userTask_decideConsultation",
                "consultationAnswer",
                "ACCEPT",
                "reason",
                "Vi tar över.",
                "signed",
                true);
    }
}
