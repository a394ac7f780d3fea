# Completion of fairlead in bash 3.2 and newer.

_fairlead() {
  local command=$1 current=$2 line word="" words=() i
  # An equals sign is a word of its own for bash.
  for ((i = 1; i <= COMP_CWORD; i++)); do
    if [[ ${COMP_WORDS[i]} == = && ${#words[@]} -gt 0 ]]; then
      words[${#words[@]}-1]+==
      word=${words[${#words[@]}-1]}
    elif [[ -n $word ]]; then
      words[${#words[@]}-1]+=${COMP_WORDS[i]}
      word=""
    else
      words+=("${COMP_WORDS[i]}")
    fi
  done
  [[ $current == = ]] && current=""
  COMPREPLY=()
  while IFS= read -r line; do
    case $line in
      :files*) _fairlead_files "$current" ${line#:files} ;;
      :folders) _fairlead_files "$current" ;;
      *)
        line=${line%%$'\t'*}
        [[ $line == *=* ]] && [[ ${words[${#words[@]}-1]} == *=* ]] && line=${line#*=}
        COMPREPLY+=("$line")
        ;;
    esac
  done < <("$command" __complete "${words[@]}" 2>/dev/null)
}

# Offers folders, and files with these ends of their names.
_fairlead_files() {
  local current=$1 name end
  shift
  while IFS= read -r name; do
    if [[ -d $name ]]; then
      COMPREPLY+=("$name")
      continue
    fi
    for end in "$@"; do
      [[ $name == *"$end" ]] && COMPREPLY+=("$name") && break
    done
  done < <(compgen -f -- "$current")
  # Puts a slash behind folders, and quotes what needs it.
  compopt -o filenames 2>/dev/null
}

complete -F _fairlead fairlead
