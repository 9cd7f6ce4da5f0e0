package se.varna.access;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The one table of who may see what: {@code access.yaml}. Everything else asks it, by way of {@link NeedToKnow}; the
 * tests read the same file.
 *
 * @param cases what each role may see of and do with a case, by how it stands to the case
 * @param notFor what nobody may do with a case about that, since it has no meaning there
 * @param areas which parts of the application each role may enter
 */
public record AccessTable(List<Row> cases, Map<Concern, Set<Action>> notFor, Map<Role, Set<Area>> areas) {

    /** One row: a relation to a case, the role in which somebody has it, what they see and what they may do. */
    public record Row(Relation relation, Role role, Extent sees, Set<Action> may) {}

    static AccessTable read() {
        try (InputStream file = AccessTable.class.getResourceAsStream("/access.yaml")) {
            return YAMLMapper.builder().build().readValue(file, AccessTable.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What can be done with a case about that. */
    Set<Action> possible(Concern concern) {
        Set<Action> possible = EnumSet.allOf(Action.class);
        possible.removeAll(notFor.getOrDefault(concern, Set.of()));
        return possible;
    }

    /** Every part that these roles together may enter. */
    Set<Area> areas(Set<Role> roles) {
        Set<Area> open = EnumSet.noneOf(Area.class);
        roles.forEach(role -> open.addAll(areas.getOrDefault(role, Set.of())));
        return open;
    }
}
