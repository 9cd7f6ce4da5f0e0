/** What the exposed person and those who hold the case write to each other; nothing that is asked goes unanswered. */
@org.springframework.modulith.ApplicationModule(displayName = "Samtal i ärendet")
package se.varna.dialogue;
