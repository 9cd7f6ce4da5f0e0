/** How serious a case is: recommended by a table, decided by a person, both kept. */
@org.springframework.modulith.ApplicationModule(displayName = "Bedömning")
package se.varna.assessment;
