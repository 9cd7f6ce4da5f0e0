package se.varna.access;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Slice;
import org.springframework.data.domain.SliceImpl;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.varna.directory.Directory;
import se.varna.directory.Groups;

/**
 * Who may see and do what, asked by every page, API, form, task, mail and list. It puts together how the person stands
 * to the case (in SQL) with what {@link AccessTable} gives for that, and knows no rule of its own but one: for the
 * exposed person nothing else counts.
 */
@Component
@Transactional(readOnly = true)
public class NeedToKnow {

    private static final Set<Relation> OWN = EnumSet.of(Relation.EXPOSED, Relation.REPORTER);

    /** What {@link Extent#CONTACT} lets one see. */
    private static final Set<Part> CALLING = EnumSet.of(Part.CONTACT, Part.DESCRIPTION);

    private static final Set<Part> ALL_PARTS = EnumSet.allOf(Part.class);

    /** Those who see their own time, and what has been disclosed to them. */
    private static final Set<Extent> SEEING_OPENED = EnumSet.of(Extent.SHARED, Extent.FULL);

    private final AccessTable table = AccessTable.read();
    private final Relations relations;
    private final Directory directory;
    private final Clock clock;
    private final Duration repetitionWithin;

    NeedToKnow(
            Relations relations,
            Directory directory,
            Clock clock,
            @Value("${varna.repetition.within}") Duration repetitionWithin) {
        this.relations = relations;
        this.directory = directory;
        this.clock = clock;
        this.repetitionWithin = repetitionWithin;
    }

    /** What the person may see and do; {@link Sight#NONE} alike for a case that is not theirs and for none at all. */
    public Sight sight(String person, String caseNumber) {
        Asking asking = asking(person);
        if (asking.groups().isEmpty()) {
            return Sight.NONE;
        }
        List<Relations.Found> found = relations.to(
                caseNumber,
                person,
                asking.groups(),
                asking.actsFor(),
                clock.instant(),
                clock.instant().minus(repetitionWithin));
        List<Standing> standings = found.stream()
                .map(each -> new Standing(
                        Relation.valueOf(each.getRelation()), asking.role(each.getByGroup()), each.getByGroup()))
                .toList();
        boolean exposed = standings.stream().anyMatch(standing -> standing.relation() == Relation.EXPOSED);
        Set<Relation> counting = EnumSet.noneOf(Relation.class);
        Set<Action> actions = EnumSet.noneOf(Action.class);
        Extent extent = Extent.NOTHING;
        Map<String, Set<Extent>> byGroup = new HashMap<>();
        for (AccessTable.Row row : table.cases()) {
            for (Standing standing : standings) {
                if (standing.has(row) && (!exposed || OWN.contains(row.relation()))) {
                    counting.add(row.relation());
                    actions.addAll(row.may());
                    extent = row.sees().compareTo(extent) > 0 ? row.sees() : extent;
                    byGroup.computeIfAbsent(standing.byGroup(), group -> EnumSet.noneOf(Extent.class))
                            .add(row.sees());
                }
            }
        }
        if (counting.isEmpty()) {
            return Sight.NONE;
        }
        actions.retainAll(table.possible(found.get(0).getConcern()));
        List<Relations.Opened> opened =
                Collections.disjoint(SEEING_OPENED, extents(byGroup)) ? List.of() : relations.opened(caseNumber);
        List<Sight.Window> windows = windows(byGroup, opened);
        boolean whole = opened.stream()
                .filter(time -> time.getFromGroup() == null)
                .allMatch(time -> Sight.opens(windows, ALL_PARTS, time.getSince()));
        return new Sight(person, extent, Set.copyOf(actions), Set.copyOf(counting), windows, whole);
    }

    private static Set<Extent> extents(Map<String, Set<Extent>> byGroup) {
        return byGroup.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
    }

    /** Which parts the person may see and from which time, by what each group that they come by sees. */
    private static List<Sight.Window> windows(Map<String, Set<Extent>> byGroup, List<Relations.Opened> opened) {
        List<Sight.Window> windows = new ArrayList<>();
        if (extents(byGroup).contains(Extent.CONTACT)) {
            windows.add(new Sight.Window(CALLING, null, null));
        }
        Map<String, Set<Sight.Window>> openedTo = openedTo(opened);
        byGroup.forEach((group, sees) -> {
            if (!Collections.disjoint(SEEING_OPENED, sees)) {
                windows.addAll(openedTo.getOrDefault(group, Set.of()));
            }
        });
        return List.copyOf(windows);
    }

    /**
     * What is open to each group: its own time, and what others have disclosed to it. Nobody can hand over more than they
     * could see themselves when they did, so what an earlier holder has kept back stays so, whoever discloses later.
     */
    private static Map<String, Set<Sight.Window>> openedTo(List<Relations.Opened> opened) {
        Map<String, Set<Sight.Window>> byGroup = new HashMap<>();
        for (Relations.Opened each : opened) {
            Set<Sight.Window> more = each.getFromGroup() == null
                    ? Set.of(new Sight.Window(ALL_PARTS, each.getSince(), each.getUntil()))
                    : byGroup.getOrDefault(each.getFromGroup(), Set.of()).stream()
                            .flatMap(window -> window.within(parts(each.getParts()), each.getUntil()).stream())
                            .collect(Collectors.toSet());
            byGroup.computeIfAbsent(each.getToGroup(), group -> new LinkedHashSet<>())
                    .addAll(more);
        }
        return byGroup;
    }

    private static Set<Part> parts(String names) {
        return Stream.of(names.split(","))
                .filter(name -> !name.isEmpty())
                .map(Part::valueOf)
                .collect(Collectors.toSet());
    }

    public boolean may(String person, String caseNumber, Action action) {
        return sight(person, caseNumber).may(action);
    }

    /** The parts of the application that the person may enter; null for somebody who is not signed in. */
    public Set<Area> areas(String person) {
        return table.areas(Role.of(person == null ? Set.of() : directory.groups(person)));
    }

    /** Numbers of the cases to which the person stands in the relation, the newest first. */
    public Slice<String> cases(String person, Relation relation, Pageable page) {
        Asking asking = asking(person);
        return asking.groups().isEmpty()
                ? new SliceImpl<>(List.of(), page, false)
                : relations.numbers(
                        relation.name(),
                        person,
                        asking.groups(),
                        asking.actsFor(),
                        clock.instant(),
                        clock.instant().minus(repetitionWithin),
                        page);
    }

    /** Numbers of the cases that the person's functions hold, and may be read, the newest first. */
    public Slice<String> held(String person, CaseFilter filter, Pageable page) {
        Asking asking = asking(person);
        Set<String> owners = reading(asking, Relation.OWNER);
        return owners.isEmpty()
                ? new SliceImpl<>(List.of(), page, false)
                : relations.held(owners, standsIn(asking), person, filter, page);
    }

    /** Those of the cases that the person's functions hold, and may be read. */
    public Set<String> heldAmong(String person, Collection<String> numbers) {
        Asking asking = asking(person);
        Set<String> owners = reading(asking, Relation.OWNER);
        return owners.isEmpty() || numbers.isEmpty()
                ? Set.of()
                : relations.heldAmong(numbers, owners, standsIn(asking), person);
    }

    /**
     * Numbers of the cases that the person's functions have been told of without holding them, and may be read, the newest
     * first. Those that are known by repetition alone are not among them: they have a list of their own.
     */
    public Slice<String> told(String person, CaseFilter filter, Pageable page) {
        Asking asking = asking(person);
        Set<String> grounds = new HashSet<>();
        for (Relation relation : Relation.values()) {
            // What others have been told for a function that has nobody, Säkerhet och Beredskap sees in one case alone.
            reading(asking, relation).stream()
                    .filter(group -> relation == Relation.INFORMATION_COPY
                            || asking.groups().contains(group))
                    .forEach(group -> grounds.add(relation + " " + group));
        }
        return grounds.isEmpty()
                ? new SliceImpl<>(List.of(), page, false)
                : relations.told(
                        asking.actsFor(),
                        grounds,
                        asking.actsFor(),
                        standsIn(asking),
                        clock.instant(),
                        person,
                        filter,
                        page);
    }

    /** The groups that the person acts for and by which, standing so to a case, they may read it. */
    private Set<String> reading(Asking asking, Relation relation) {
        return asking.actsFor().stream()
                .filter(group -> table.cases().stream()
                        .anyMatch(row -> row.relation() == relation
                                && row.role() == asking.role(group)
                                && row.may().contains(Action.READ)))
                .collect(Collectors.toSet());
    }

    /** Whether the person also acts in cases in which all of the owner's own have stepped back. */
    private static boolean standsIn(Asking asking) {
        return asking.groups().contains(Groups.SECURITY_AND_PREPAREDNESS);
    }

    private Asking asking(String person) {
        Set<String> groups = directory.groups(person);
        Set<String> actsFor = new HashSet<>(groups);
        if (groups.contains(Groups.SECURITY_AND_PREPAREDNESS)) {
            actsFor.addAll(directory.groupsWithoutMembers());
        }
        return new Asking(groups, actsFor);
    }

    private record Standing(Relation relation, Role role, String byGroup) {

        private boolean has(AccessTable.Row row) {
            return relation == row.relation() && role == row.role();
        }
    }

    private record Asking(Collection<String> groups, Collection<String> actsFor) {

        /** In which role: that of the group it comes by, or, for a group that has nobody, of the one that acts for it. */
        private Role role(String byGroup) {
            if (byGroup == null) {
                return Role.SIGNED_IN;
            }
            return groups.contains(byGroup) ? Role.ofGroup(byGroup) : Role.SECURITY_AND_PREPAREDNESS;
        }
    }
}
