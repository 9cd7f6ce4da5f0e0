package se.varna.engine;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.GroupQuery;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.identity.UserQuery;
import org.camunda.bpm.engine.impl.GroupQueryImpl;
import org.camunda.bpm.engine.impl.Page;
import org.camunda.bpm.engine.impl.UserQueryImpl;
import org.camunda.bpm.engine.impl.identity.ReadOnlyIdentityProvider;
import org.camunda.bpm.engine.impl.identity.db.DbReadOnlyIdentityServiceProvider;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.GroupEntity;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import se.varna.directory.Directory;
import se.varna.directory.Groups;
import se.varna.directory.Person;

/**
 * Users and groups as the engine sees them: read from the directory each time, never written, no passwords. The
 * engine's own identity tables stay empty. Elected officials can sign in to Tasklist, but nobody can list them.
 */
class DirectoryIdentity extends DbReadOnlyIdentityServiceProvider {

    private final Directory directory;

    private DirectoryIdentity(Directory directory) {
        this.directory = directory;
    }

    /** Gives each engine session its view of the directory. */
    record Factory(Directory directory) implements SessionFactory {

        @Override
        public Class<?> getSessionType() {
            return ReadOnlyIdentityProvider.class;
        }

        @Override
        public Session openSession() {
            return new DirectoryIdentity(directory);
        }
    }

    @Override
    public UserEntity findUserById(String userId) {
        return directory.person(userId).map(DirectoryIdentity::user).orElse(null);
    }

    @Override
    public UserQuery createUserQuery() {
        return new Users();
    }

    @Override
    public UserQueryImpl createUserQuery(CommandContext commandContext) {
        return new Users();
    }

    /** Sign-in is not the engine's business. */
    @Override
    public boolean checkPassword(String userId, String password) {
        return false;
    }

    @Override
    public GroupEntity findGroupById(String groupId) {
        return directory.allGroups().contains(groupId) ? group(groupId) : null;
    }

    @Override
    public GroupQuery createGroupQuery() {
        return new GroupsQuery();
    }

    @Override
    public GroupQueryImpl createGroupQuery(CommandContext commandContext) {
        return new GroupsQuery();
    }

    private static UserEntity user(Person person) {
        UserEntity user = new UserEntity(person.id());
        user.setFirstName(person.displayName());
        user.setLastName("");
        return user;
    }

    private static GroupEntity group(String id) {
        GroupEntity group = new GroupEntity(id);
        group.setName(id);
        group.setType("WORKFLOW");
        return group;
    }

    private static <T> List<T> page(List<T> all, Page page) {
        return page == null
                ? all
                : all.stream()
                        .skip(page.getFirstResult())
                        .limit(page.getMaxResults())
                        .toList();
    }

    private final class Users extends UserQueryImpl {

        private static final long serialVersionUID = 1L;

        @Override
        public long executeCount(CommandContext commandContext) {
            return found().size();
        }

        @Override
        public List<User> executeList(CommandContext commandContext, Page page) {
            return page(found(), page);
        }

        @Override
        public List<User> list() {
            return found();
        }

        @Override
        public User singleResult() {
            return found().stream().findFirst().orElse(null);
        }

        @Override
        public long count() {
            return found().size();
        }

        @Override
        public List<User> listPage(int firstResult, int maxResults) {
            return page(found(), new Page(firstResult, maxResults));
        }

        private List<User> found() {
            Set<String> wanted = new LinkedHashSet<>();
            if (id != null) {
                wanted.add(id);
            } else if (ids != null) {
                wanted.addAll(Arrays.asList(ids));
            } else if (groupId != null && !groupId.equals(Groups.OFFICIALS)) {
                wanted.addAll(directory.members(groupId));
            }
            Stream<Person> persons = directory.persons(wanted).stream();
            if (groupId != null) {
                persons = persons.filter(person -> directory.groups(person.id()).contains(groupId));
            }
            return persons.sorted(Comparator.comparing(Person::id))
                    .<User>map(DirectoryIdentity::user)
                    .toList();
        }
    }

    private final class GroupsQuery extends GroupQueryImpl {

        private static final long serialVersionUID = 1L;

        @Override
        public long executeCount(CommandContext commandContext) {
            return found().size();
        }

        @Override
        public List<Group> executeList(CommandContext commandContext, Page page) {
            return page(found(), page);
        }

        @Override
        public List<Group> list() {
            return found();
        }

        @Override
        public Group singleResult() {
            return found().stream().findFirst().orElse(null);
        }

        @Override
        public long count() {
            return found().size();
        }

        @Override
        public List<Group> listPage(int firstResult, int maxResults) {
            return page(found(), new Page(firstResult, maxResults));
        }

        private List<Group> found() {
            Stream<String> candidates =
                    userId != null ? directory.groups(userId).stream() : directory.allGroups().stream();
            return candidates
                    .filter(group -> id == null || id.equals(group))
                    .filter(group -> ids == null || Arrays.asList(ids).contains(group))
                    .<Group>map(DirectoryIdentity::group)
                    .toList();
        }
    }
}
