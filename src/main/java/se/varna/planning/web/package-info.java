/** Pages about planned events: telling of one, what those who take part may read, and what comes when. */
package se.varna.planning.web;
